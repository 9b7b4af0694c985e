using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.Presets;

namespace NamPlugin.Plugin.Clap.Presets;

/// <summary>
/// <c>clap_preset_discovery_provider</c>: tells a host's indexer where presets lie and what each says about itself. It reads their beginnings and
/// nothing else. One thread at a time, any thread.
/// </summary>
internal static unsafe class PresetProviderCalls
{
    /// <summary>A new provider, owned by the host until it calls <c>destroy</c>. [thread-safe]</summary>
    public static ClapPresetProvider* Create(ClapPresetProviderDescriptor* descriptor, ClapPresetIndexer* indexer)
    {
        var provider = (ClapPresetProvider*)NativeMemory.Alloc((nuint)sizeof(ClapPresetProvider));
        *provider = new ClapPresetProvider
        {
            Descriptor = descriptor,
            Indexer = indexer,
            Init = &Init,
            Destroy = &Destroy,
            GetMetadata = &GetMetadata,
            GetExtension = &GetExtension,
        };
        return provider;
    }

    [UnmanagedCallersOnly]
    private static byte Init(ClapPresetProvider* provider)
    {
        try
        {
            return ClapBool.From(TryDeclare(provider->Indexer));
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static void Destroy(ClapPresetProvider* provider) => NativeMemory.Free(provider);

    [UnmanagedCallersOnly]
    private static byte GetMetadata(ClapPresetProvider* provider, uint kind, byte* location, ClapPresetReceiver* receiver)
    {
        try
        {
            if (kind != ClapPresetLocation.KindFile || location == null || receiver == null)
                return ClapBool.False;
            return ClapBool.From(TryDescribe(Marshal.PtrToStringUTF8((nint)location)!, receiver));
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static void* GetExtension(ClapPresetProvider* provider, byte* id) => null;

    private static bool TryDeclare(ClapPresetIndexer* indexer)
    {
        var type = new ClapPresetFileType
        {
            Name = ClapText.Literal("NamPlugin preset"u8),
            Description = ClapText.Literal("Settings, and the files that they play"u8),
            FileExtension = ClapText.Literal("namplugin"u8),
        };
        return indexer->DeclareFileType(indexer, &type) != ClapBool.False
            && TryDeclare(indexer, PluginFolder.Presets, ClapText.Literal("NamPlugin"u8), ClapPresetLocation.IsFactoryContent)
            && TryDeclare(indexer, UserFolders.Presets, ClapText.Literal("User"u8), ClapPresetLocation.IsUserContent);
    }

    // Indexers take a folder that is not there for an error. The user's comes with the first preset saved.
    private static bool TryDeclare(ClapPresetIndexer* indexer, string? folder, byte* name, uint flags)
    {
        if (folder is null || !Directory.Exists(folder))
            return true;
        using var path = new ClapTextCopy(folder);
        var location = new ClapPresetLocation { Flags = flags, Name = name, Kind = ClapPresetLocation.KindFile, Location = path.Pointer };
        return indexer->DeclareLocation(indexer, &location) != ClapBool.False;
    }

    private static bool TryDescribe(string path, ClapPresetReceiver* receiver)
    {
        try
        {
            Describe(PresetFile.ReadMetadata(path), receiver);
            return true;
        }
        catch (FileFormatException exception)
        {
            using var message = new ClapTextCopy(exception.Message);
            receiver->OnError(receiver, OsError.Of(exception), message.Pointer);
            return false;
        }
    }

    private static void Describe(PresetMetadata metadata, ClapPresetReceiver* receiver)
    {
        using (var name = new ClapTextCopy(metadata.Name))
        {
            if (receiver->BeginPreset(receiver, name.Pointer, null) == ClapBool.False)
                return;
        }

        using (var id = new ClapTextCopy(PluginIdentity.ClapId))
        {
            var plugin = new ClapUniversalPluginId { Abi = ClapText.Literal("clap"u8), Id = id.Pointer };
            receiver->AddPluginId(receiver, &plugin);
        }

        if (metadata.Author.Length > 0)
        {
            using var author = new ClapTextCopy(metadata.Author);
            receiver->AddCreator(receiver, author.Pointer);
        }

        if (metadata.Description.Length > 0)
        {
            using var description = new ClapTextCopy(metadata.Description);
            receiver->SetDescription(receiver, description.Pointer);
        }

        receiver->AddFeature(receiver, ClapText.Literal("audio-effect"u8));
        foreach (var tag in metadata.Tags)
        {
            using var feature = new ClapTextCopy(tag);
            receiver->AddFeature(receiver, feature.Pointer);
        }

        if (metadata.Version.Length > 0)
        {
            using var version = new ClapTextCopy(metadata.Version);
            receiver->AddExtraInfo(receiver, ClapText.Literal("NamPlugin"u8), version.Pointer);
        }
    }
}
