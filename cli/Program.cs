using NamPlugin.Cli;

return NamplugCommand.Run(args);
