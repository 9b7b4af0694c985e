namespace NamPlugin.Plugin.Voices;

/// <summary>Something that can be given back through a <see cref="Handoff{T}"/> without anybody allocating a list node.</summary>
/// <typeparam name="T">The implementing class itself.</typeparam>
internal interface IRetirable<T> : IDisposable
    where T : class
{
    /// <summary>The next one on the way back.</summary>
    T? NextRetired { get; set; }
}
