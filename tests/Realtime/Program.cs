// Plays the built plugin in real time and says what it cost: artifacts/bin/NamPlugin.Realtime/release/NamPlugin.Realtime --help
return NamPlugin.Realtime.RealtimeCommand.Run(args);
