namespace NamPlugin.Plugin.Voices;

/// <summary>
/// Something that can be given back through a <see cref="Handoff{T}"/> without anybody allocating a list node. A class and no interface, because
/// the audio thread gives back: see <see cref="NamPlugin.Dsp.Networks.AudioNetwork"/>.
/// </summary>
/// <typeparam name="T">The deriving class itself.</typeparam>
internal abstract class Retirable<T> : IDisposable
    where T : Retirable<T>
{
    /// <summary>The next one on the way back.</summary>
    public T? NextRetired { get; set; }

    /// <summary>Frees what it owns. [main-thread]</summary>
    public abstract void Dispose();
}
