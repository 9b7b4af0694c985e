using System.Globalization;
using System.Xml.Linq;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Plugin.Tests.Vst3;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Ardour;

/// <summary>
/// A session of Ardour's in a temporary folder, with one recording on one stereo track and NamPlugin as its only plugin. All of Ardour's files, the link
/// to the plugin and its presets among them, lie in that folder.
/// </summary>
internal sealed class ArdourSession : IDisposable
{
    /// <summary>Rate of every session.</summary>
    public const int SampleRateHz = 48_000;

    /// <summary>Frames of Ardour's process cycle, as its dummy backend has them.</summary>
    public const int CycleFrames = 1024;

    private const string Name = "session";
    private static readonly Lazy<string> s_classId = new(() =>
    {
        using var module = BuiltPlugin.Load(PluginFormat.Vst3);
        return module.Classes[0].Id;
    });

    private readonly string _home = Directory.CreateTempSubdirectory("namplug-ardour-").FullName;
    private readonly ArdourInstallation _ardour;

    private ArdourSession() => _ardour = new ArdourInstallation(_home);

    private string SessionFolder => Path.Combine(_home, "sessions", Name);

    private string SessionFile => Path.Combine(SessionFolder, Name + ".ardour");

    /// <summary>Has Ardour make, fill and save a session.</summary>
    /// <param name="state">What the plugin is given, as a preset.</param>
    /// <param name="recording">x[channel][time], two channels.</param>
    /// <param name="automation">Points of the width's lane.</param>
    public static ArdourSession Create(byte[] state, double[][] recording, params (int Frame, double Width)[] automation)
    {
        ArdourInstallation.Require();
        var session = new ArdourSession();
        try
        {
            session.Build(state, recording, automation);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The plugin's state as it lies in the session's file.</summary>
    public byte[] PluginState =>
        VstPreset.ComponentState(Convert.FromBase64String(XDocument.Load(SessionFile).Descendants("vst3").Single().Element("chunk")!.Value)).ToArray();

    /// <summary>What Ardour exports, y[channel][time].</summary>
    public double[][] Export()
    {
        var target = Path.Combine(_home, "export.wav");
        _ardour.Export(SessionFolder, Name, target);
        return WavPlanes.Read(target).Planes;
    }

    /// <summary>Has Ardour roll the session, give the plugin another state by a preset meanwhile, and save.</summary>
    public void LoadPresetWhilePlaying(byte[] state)
    {
        const string preset = "another";
        WritePreset(preset, state);
        _ardour.RunLua(Script("preset-while-playing.lua"), SessionFolder, Name, preset);
    }

    /// <summary>Has Ardour open the session and save it.</summary>
    public void SaveAgain() => _ardour.RunLua(Script("save-again.lua"), SessionFolder, Name);

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private void Build(byte[] state, double[][] recording, (int Frame, double Width)[] automation)
    {
        const string preset = "as given";
        var bundle = Path.Combine(_home, ".vst3", "NamPlugin.vst3");
        Directory.CreateDirectory(Path.GetDirectoryName(bundle)!);
        Directory.CreateSymbolicLink(bundle, BuiltPlugin.PathOf(PluginFormat.Vst3));
        _ardour.Scan(bundle);

        WritePreset(preset, state);
        Directory.CreateDirectory(Path.GetDirectoryName(SessionFolder)!);
        var points = automation.SelectMany(point => new[] { point.Frame.ToString(CultureInfo.InvariantCulture), point.Width.ToString(CultureInfo.InvariantCulture) });
        _ardour.RunLua(Script("new-session.lua"), [SessionFolder, Name, s_classId.Value, preset, "Width", .. points]);
        AddRecording(recording);
    }

    private void WritePreset(string name, byte[] state) =>
        VstPreset.Write(Path.Combine(_home, ".vst3", "presets", "NamPlugin", "NamPlugin", name + ".vstpreset"), s_classId.Value, state);

    // Ardour's Lua can import no file, so the recording is written into the session: its source, a region of it, and the range to export.
    private void AddRecording(double[][] recording)
    {
        const string file = "in.wav";
        var channels = recording.Length;
        new WavPlanes(SampleRateHz, recording).Write(Path.Combine(SessionFolder, "interchange", Name, "audiofiles", file));

        var session = XDocument.Load(SessionFile);
        var root = session.Root!;
        var id = (int)root.Attribute("id-counter")!;
        var ticksPerSecond = (long)root.Element("TempoMap")!.Attribute("superclocks-per-second")!;
        var length = $"a{recording[0].Length * ticksPerSecond / SampleRateHz}";
        var sources = Enumerable.Range(0, channels).Select(channel => (Channel: channel, Id: ++id)).ToList();
        root.Element("Sources")!.Add(sources.Select(source => new XElement(
            "Source",
            new XAttribute("name", file), new XAttribute("type", "audio"), new XAttribute("flags", ""), new XAttribute("id", source.Id),
            new XAttribute("channel", source.Channel), new XAttribute("origin", ""), new XAttribute("gain", 1))));
        root.Element("Locations")!.Add(new XElement(
            "Location",
            new XAttribute("id", ++id), new XAttribute("name", Name), new XAttribute("start", "a0"), new XAttribute("end", length),
            new XAttribute("flags", "IsSessionRange"), new XAttribute("locked", 0)));
        root.Element("Playlists")!.Elements("Playlist").Single(playlist => (string?)playlist.Attribute("type") == "audio").Add(new XElement(
            "Region",
            new XAttribute("id", ++id), new XAttribute("name", "in"), new XAttribute("type", "audio"), new XAttribute("start", "a0"), new XAttribute("length", length + "@a0"),
            new XAttribute("channels", channels), new XAttribute("opaque", 1), new XAttribute("muted", 0),
            new XAttribute("fade-in-active", 0), new XAttribute("fade-out-active", 0), new XAttribute("scale-amplitude", 1),
            sources.Select(source => new[] { new XAttribute($"source-{source.Channel}", source.Id), new XAttribute($"master-source-{source.Channel}", source.Id) })));
        root.SetAttributeValue("id-counter", id + 1);
        session.Save(SessionFile);
    }

    private static string Script(string name) => Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Plugin", "Ardour", name);
}
