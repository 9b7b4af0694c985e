using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NamPlugin.Host;

/// <summary>The written form of NamPlugin's sessions, as far as a host without an editor needs it: naming files.</summary>
public static class NamPluginState
{
    /// <summary>A state with this capture and every parameter at its default.</summary>
    public static byte[] WithCapture(string absolutePath) => With(absolutePath);

    /// <summary>A state with these files, null for none, and every parameter at its default but those given by id.</summary>
    public static byte[] With(string? capture, string? firstResponse = null, string? secondResponse = null, params (string Id, double Value)[] parameters)
    {
        var state = new JsonObject { ["namplugin"] = 1, ["parameters"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Id, (JsonNode?)parameter.Value))) };
        foreach (var (key, path) in new[] { ("model", capture), ("ir1", firstResponse), ("ir2", secondResponse) })
        {
            if (path is not null)
                state[key] = new JsonObject { ["path"] = path };
        }

        return Encoding.UTF8.GetBytes(state.ToJsonString(JsonSerializerOptions.Default));
    }

    /// <summary>The path that a state names: under "model", "ir1" or "ir2"; null for none.</summary>
    public static string? PathIn(byte[] state, string key = "model") => (string?)JsonNode.Parse(state)![key]?["path"];
}
