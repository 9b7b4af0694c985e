using System.Text;
using System.Text.Json;

namespace NamPlugin.Host;

/// <summary>The written form of NamPlugin's sessions, as far as a host without an editor needs it: naming a capture.</summary>
public static class NamPluginState
{
    /// <summary>A state with this capture and every parameter at its default.</summary>
    public static byte[] WithCapture(string absolutePath) =>
        Encoding.UTF8.GetBytes($$"""{"namplugin":1,"parameters":{},"model":{"path":{{JsonSerializer.Serialize(absolutePath)}} } }""");
}
