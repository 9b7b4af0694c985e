using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Host;
using NamPlugin.Host.Clap;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class ResourceDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shared_folder_is_asked_for() => ClapRun.Run(plugin => Assert.Equal([true], plugin.DirectoryRequests));

    [Fact]
    public void A_capture_is_collected_byte_for_byte_and_named() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        Captures.Load(plugin, Captures.BuiltIn);

        Assert.Empty(Files(plugin));

        Table(plugin)->Collect(plugin.Native, 0);

        var relative = Assert.Single(Files(plugin));
        Assert.Equal("NamPlugin/mild-overdrive.nam", relative);
        Assert.Equal(File.ReadAllBytes(Captures.BuiltIn), File.ReadAllBytes(Path.Combine(Project(), relative)));
        Assert.Empty(plugin.Requests.Log);
    });

    [Fact]
    public void Impulse_responses_are_collected_too() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        Captures.Restore(plugin, NamPluginState.With(Captures.BuiltIn, Responses.Write(_folder["one.wav"]), Responses.Write(_folder["two.wav"], seed: 2)));
        Table(plugin)->Collect(plugin.Native, 0);

        Assert.Equal(["NamPlugin/mild-overdrive.nam", "NamPlugin/one.wav", "NamPlugin/two.wav"], Files(plugin));
        Assert.Equal(File.ReadAllBytes(_folder["two.wav"]), File.ReadAllBytes(Path.Combine(Project(), "NamPlugin/two.wav")));
    });

    [Fact]
    public void What_was_collected_is_not_collected_again() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        Captures.Load(plugin, Captures.BuiltIn);
        Table(plugin)->Collect(plugin.Native, 0);
        var collected = Path.Combine(Project(), Assert.Single(Files(plugin)));
        var written = File.GetLastWriteTimeUtc(collected);
        Table(plugin)->Collect(plugin.Native, 1);
        ClapRun.Run(other =>
        {
            SetDirectory(other, Project());
            Captures.Load(other, Captures.BuiltIn);
            Table(other)->Collect(other.Native, 0);
            Assert.Equal(Files(plugin), Files(other));
        });

        Assert.Equal(written, File.GetLastWriteTimeUtc(collected));
        Assert.Equal([collected], Everything());

        // The session names the copy itself.
        Captures.Load(plugin, collected);
        Table(plugin)->Collect(plugin.Native, 0);

        Assert.Equal(["NamPlugin/mild-overdrive.nam"], Files(plugin));
        Assert.Equal([collected], Everything());
    });

    [Fact]
    public void Captures_of_one_name_do_not_take_each_other_for_the_same() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        for (var gain = 1; gain <= 3; gain++)
        {
            var named = _folder.Copy(Captures.WriteGain(_folder, gain, 48_000), $"{gain}/same.nam");
            Captures.Load(plugin, named);
            Table(plugin)->Collect(plugin.Native, 0);

            Assert.Equal(File.ReadAllBytes(named), File.ReadAllBytes(Path.Combine(Project(), Assert.Single(Files(plugin)))));
        }

        Assert.Equal(["same 2.nam", "same 3.nam", "same.nam"], Everything().Select(Path.GetFileName).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void A_folder_of_one_instance_takes_the_capture_but_shares_nothing() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project(), isShared: false);
        Captures.Load(plugin, Captures.BuiltIn);
        Table(plugin)->Collect(plugin.Native, 0);

        Assert.Single(Everything());
        Assert.Empty(Files(plugin));
    });

    [Fact]
    public void Without_a_folder_or_a_capture_nothing_is_written() => ClapRun.Run(plugin =>
    {
        Table(plugin)->Collect(plugin.Native, 1);
        SetDirectory(plugin, Project());
        Table(plugin)->Collect(plugin.Native, 1);
        Captures.Load(plugin, Captures.BuiltIn);
        SetDirectory(plugin, null);
        Table(plugin)->Collect(plugin.Native, 1);
        SetDirectory(plugin, Project());
        SetDirectory(plugin, " ");
        Table(plugin)->Collect(plugin.Native, 1);

        Assert.Empty(Everything());
        Assert.Empty(Files(plugin));
        Assert.Empty(plugin.Requests.Log);
    });

    [Fact]
    public void A_capture_that_is_missing_and_a_folder_that_cannot_be_written_are_said_to_the_user() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        var gone = _folder["gone.nam"];
        Captures.Load(plugin, gone);
        Table(plugin)->Collect(plugin.Native, 0);

        Assert.Contains(plugin.Requests.Log, line => line.Severity == 3 && line.Text.Contains(gone));

        plugin.Requests.Log.Clear();
        Captures.Load(plugin, Captures.BuiltIn);
        SetDirectory(plugin, Path.Combine(Captures.BuiltIn, "no folder"));
        Table(plugin)->Collect(plugin.Native, 0);

        Assert.Contains(plugin.Requests.Log, line => line.Severity == 3 && line.Text.Contains("was not collected"));
        Assert.Empty(Files(plugin));
    });

    [Fact]
    public void A_path_that_is_not_absolute_is_the_hosts_mistake() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, "project");

        Assert.Equal(5, Assert.Single(plugin.Requests.Log).Severity);
    });

    [Fact]
    public void A_path_that_does_not_fit_is_refused() => ClapRun.Run(plugin =>
    {
        SetDirectory(plugin, Project());
        Captures.Load(plugin, Captures.BuiltIn);
        Table(plugin)->Collect(plugin.Native, 0);
        var length = Assert.Single(Files(plugin)).Length;
        var text = stackalloc byte[100];

        Assert.Equal(length, Table(plugin)->GetFilePath(plugin.Native, 0, text, (uint)length + 1));
        Assert.Equal(-1, Table(plugin)->GetFilePath(plugin.Native, 0, text, (uint)length));
        Assert.Equal(-1, Table(plugin)->GetFilePath(plugin.Native, 0, text, 0));
        Assert.Equal(-1, Table(plugin)->GetFilePath(plugin.Native, 0, null, 100));
        Assert.Equal(-1, Table(plugin)->GetFilePath(plugin.Native, 1, text, 100));
    });

    private string Project() => Directory.CreateDirectory(_folder["project"]).FullName;

    private string[] Everything() => Directory.GetFiles(Project(), "*", SearchOption.AllDirectories);

    private static ClapResourceDirectory* Table(ClapHostedPlugin plugin) => plugin.Extension<ClapResourceDirectory>("clap.resource-directory/1"u8);

    private static void SetDirectory(ClapHostedPlugin plugin, string? path, bool isShared = true)
    {
        var text = Marshal.StringToCoTaskMemUTF8(path);
        Table(plugin)->SetDirectory(plugin.Native, (byte*)text, isShared ? (byte)1 : (byte)0);
        Marshal.FreeCoTaskMem(text);
    }

    private static string[] Files(ClapHostedPlugin plugin)
    {
        var table = Table(plugin);
        var files = new string[table->GetFilesCount(plugin.Native)];
        var text = stackalloc byte[1024];
        for (var index = 0; index < files.Length; index++)
        {
            var length = table->GetFilePath(plugin.Native, (uint)index, text, 1024);
            Assert.Equal(0, text[length]);
            files[index] = Encoding.UTF8.GetString(text, length);
        }

        return files;
    }
}
