-- Opens a session, loads a preset into its plugin while the transport rolls, and saves.
--   preset-while-playing.lua FOLDER NAME PRESET
local session = assert (load_session (arg[1], arg[2]), "no session")
local plugin
for route in session:get_routes ():iter () do
  local processor = route:nth_plugin (0)
  if not processor:isnil () then plugin = processor:to_insert ():plugin (0) end
end

session:request_roll (ARDOUR.TransportRequestSource.TRS_UI)
-- A position that has moved was played.
while session:transport_sample () < 10000 do ARDOUR.LuaAPI.usleep (10000) end
assert (plugin:load_preset (plugin:preset_by_label (arg[3])), "the preset does not load")

assert (session:save_state ("") == 0, "the session cannot be saved")
close_session ()
