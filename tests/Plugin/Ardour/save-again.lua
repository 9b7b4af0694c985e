-- Opens a session and saves it: what its plugins held goes into them and comes out of them again.
--   save-again.lua FOLDER NAME
local session = assert (load_session (arg[1], arg[2]), "no session")
assert (session:save_state ("") == 0, "the session cannot be saved")
close_session ()
