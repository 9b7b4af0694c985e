namespace NamPlugin.Plugin.Files;

/// <summary>A wish for a file.</summary>
/// <param name="Reference">Which; null to take the present one out. Whoever keeps the request holds it.</param>
/// <param name="IsSession">Whether a session or preset names it, so that it keeps its name even while it is missing, rather than a user who picks it.</param>
/// <param name="Folder">Where that session or preset lies; null when unknown.</param>
internal sealed record FileRequest(FileReference? Reference, bool IsSession, string? Folder);
