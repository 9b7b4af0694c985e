namespace NamPlugin.Plugin.Files;

/// <summary>Somebody with files to load.</summary>
internal interface IFileWork
{
    /// <summary>Does what is due; false when nothing was. [loader-thread]</summary>
    bool TryWork();
}
