namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_process_status</c>.</summary>
internal enum ClapProcessStatus
{
    /// <summary>The output is to be thrown away.</summary>
    Error = 0,

    /// <summary>Go on.</summary>
    Continue = 1,

    /// <summary>Nothing more will come until the input or a parameter changes.</summary>
    Sleep = 4,
}
