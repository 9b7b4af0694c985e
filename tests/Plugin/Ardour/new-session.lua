-- Makes a session at 48 kHz: one stereo track, one VST3 plugin in it, one preset of the plugin, one automated parameter.
--   new-session.lua FOLDER NAME CLASS_ID PRESET PARAMETER [FRAME VALUE]...
local folder, name, class, preset, parameter = table.unpack (arg, 1, 5)

local session = assert (create_session (folder, name, 48000), "no session")
local track
for route in session:new_audio_track (2, 2, nil, 1, "Guitar", ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true):iter () do track = route end
-- What the master bus gets is then what the plugin gives, to the bit.
track:panner_shell ():set_bypassed (true)

local processor = ARDOUR.LuaAPI.new_plugin (session, class, ARDOUR.PluginType.VST3, "")
assert (not processor:isnil (), "the plugin is not found")
local plugin = processor:to_insert ():plugin (0)
local record = plugin:preset_by_label (preset)
assert (record.valid, "the preset is not listed")
assert (plugin:load_preset (record), "the preset does not load")
assert (track:add_processor_by_index (processor, 0, nil, true) == 0, "the plugin cannot be inserted")

for index = 0, plugin:parameter_count () - 1 do
  local _, found = plugin:get_parameter_descriptor (index, ARDOUR.ParameterDescriptor ())
  if found[2].label == parameter then
    local _, lane = ARDOUR.LuaAPI.plugin_automation (processor, index)
    for i = 6, #arg, 2 do lane:add (Temporal.timepos_t (tonumber (arg[i])), tonumber (arg[i + 1]), false, true) end
    local control = processor:to_automatable ():automation_control (Evoral.Parameter (ARDOUR.AutomationType.PluginAutomation, 0, index), false)
    control:set_automation_state (ARDOUR.AutoState.Play)
    parameter = nil
  end
end
assert (not parameter, "the plugin has no such parameter")

session:save_state ("")
close_session ()
