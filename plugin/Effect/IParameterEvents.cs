namespace NamPlugin.Plugin.Effect;

/// <summary>
/// The parameter changes of one block, as a shell reads them from its host: taken one by one in the order of their frames, never copied.
/// Implemented by structs, so that reading them is no virtual call.
/// </summary>
public interface IParameterEvents
{
    /// <summary>Moves to the next change. [audio-thread]</summary>
    /// <param name="change">The change; frames never go backwards, and may lie behind the block's end (then they count at its end).</param>
    /// <returns>False when there is none left.</returns>
    bool TryNext(out ParameterChange change);
}
