using NamPlugin.Cli;

return await NamplugCommand.RunAsync(args);
