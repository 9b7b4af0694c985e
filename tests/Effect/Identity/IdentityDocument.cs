using System.Globalization;
using System.Text;
using NamPlugin.Plugin.Clap;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Presets;
using NamPlugin.Plugin.State;
using NamPlugin.Plugin.Vst3;

namespace NamPlugin.Effect.Tests.Identity;

/// <summary>The page <c>docs/identity.md</c>, written from the code.</summary>
internal static class IdentityDocument
{
    private const string Head =
        """
        # Identity

        What hosts, their sessions, automation and presets know the plugin by. None of it changes, ever: a session from the first version has to sound
        the same in the last. What is new is added, under numbers and names that nothing had before.

        `tests/Effect` writes this page from the code and fails where the two differ; `tests/Plugin` asks the built plugins. Where a test fails, the code
        is wrong, unless something was added: then the page that the test leaves in `artifacts/identity.md` takes this one's place.

        """;

    /// <summary>The page.</summary>
    public static string Text
    {
        get
        {
            var page = new StringBuilder(Head);
            Section(page, "Plugin", "what", "value");
            Row(page, "name", PluginIdentity.Name);
            Row(page, "vendor", PluginIdentity.Vendor);
            Row(page, "CLAP id", PluginIdentity.ClapId);
            Row(page, "CLAP preset provider", PluginIdentity.PresetProviderId);
            Row(page, "VST3 class of component and controller", PluginIdentity.Vst3ComponentId);
            Row(page, "VST3 class kept for a controller of its own", PluginIdentity.Vst3ControllerId);
            Row(page, "VST3 sub-categories", Vst3Factory.SubCategories.Replace("|", "\\|", StringComparison.Ordinal));

            Section(page, "CLAP port configurations", "id", "name", "channels in", "channels out");
            foreach (var layout in ClapPortLayout.All)
                Row(page, layout.Id, layout.Name, layout.InputChannels, layout.OutputChannels);

            Section(page, "Parameters", "number", "id", "name", "unit", "smallest", "largest", "default", "steps", "scale", "flags");
            foreach (var parameter in ParameterTable.All)
            {
                Row(
                    page, parameter.Number, parameter.Id, parameter.Name, parameter.Unit, parameter.Minimum, parameter.Maximum, parameter.Default,
                    parameter.StepCount, parameter.Scale, parameter.Flags);
            }

            Section(page, "Choices", "id", "values from the smallest on");
            foreach (var parameter in ParameterTable.All)
            {
                if (parameter.Choices.Length > 0)
                    Row(page, parameter.Id, string.Join(", ", parameter.Choices));
            }

            Section(page, "CLAP remote control pages", "id", "section", "name", "knobs");
            foreach (var controls in RemoteControlPage.All)
                Row(page, controls.Id, controls.Section, controls.Name, string.Join(", ", controls.Parameters.Select(static parameter => parameter.Id)));

            Section(page, "Keys of a state", "key", "in", "what");
            Row(page, Utf8(StateKeys.Version), "state", $"version of the state; {StateKeys.CurrentVersion} today");
            Row(page, Utf8(StateKeys.Parameters), "state", "values by the parameters' ids, in their units");
            for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
                Row(page, Utf8(StateKeys.Of(kind)), "state", "a file");
            Row(page, Utf8(StateKeys.Path), "file", "absolute path");
            Row(page, Utf8(StateKeys.RelativePath), "file", "path seen from a library folder, the session's folder or the preset's");
            Row(page, Utf8(StateKeys.Sha256), "file", "digest of the contents, in hexadecimal");
            Row(page, Utf8(StateKeys.Length), "file", "length of the contents in bytes");
            Row(page, Utf8(StateKeys.Copy), "file", "the contents, deflated, in base 64");
            Row(page, Utf8(StateKeys.Other), "state", "the side of a comparison that does not sound, as a state");
            Row(page, Utf8(StateKeys.Side), "other", "which side that is: A or B");
            Row(page, Utf8(StateKeys.Preset), "state", "what a preset says about itself");
            Row(page, Utf8(PresetKeys.Name), "preset", "name for people");
            Row(page, Utf8(PresetKeys.Author), "preset", "who made it");
            Row(page, Utf8(PresetKeys.Description), "preset", "what it sounds like");
            Row(page, Utf8(PresetKeys.Tags), "preset", "a list of words to find it by");
            Row(page, Utf8(PresetKeys.Version), "preset", "version of the plugin that saved it");

            Section(page, "Names of files", "name", "what");
            Row(page, "*" + PresetFile.Extension, "presets: a state with a description in front");
            Row(page, "*" + VstPresetFile.Extension, "presets of VST3 hosts, with the same in the chunk Comp");
            Row(page, "NamPlugin.vst3/Contents/Resources/Presets, NamPlugin.d/Presets", "factory presets");
            Row(page, "NamPlugin.vst3/Contents/Resources/Captures, NamPlugin.d/Captures", "the captures that they play");
            Row(page, "~/.vst3/presets/NamPlugin/NamPlugin", "factory presets for VST3 hosts, where these look for them");
            Row(page, "$XDG_DATA_HOME/namplugin/presets", "the user's presets");
            Row(page, "$XDG_DATA_HOME/namplugin/library", "the user's captures and impulse responses");
            Row(page, "$XDG_CONFIG_HOME/namplugin/library-folders", "further folders of them, one in each line");
            Row(page, "$XDG_CONFIG_HOME/namplugin/favourite-presets", "the user's favourites, one in each line: factory/NAME or user/NAME");
            return page.ToString();
        }
    }

    private static void Section(StringBuilder page, string title, params string[] columns)
    {
        page.Append("\n## ").Append(title).Append("\n\n");
        Row(page, columns);
        Row(page, [.. columns.Select(_ => "---")]);
    }

    private static void Row(StringBuilder page, params object[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))).Append(" |\n");

    private static string Utf8(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key);
}
