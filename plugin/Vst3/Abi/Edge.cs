namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// Where managed code ends. An exception that crossed into the host would end its process, so every function of a table that does more than
/// hand over a value catches it and answers with what this returns.
/// </summary>
internal static class Edge
{
    /// <summary>Says on standard error what went wrong and gives the result for it. Not reached unless something here is broken.</summary>
    public static Result Failed(Exception exception)
    {
        StandardError.Write($"{exception.GetType().Name}: {exception.Message}");
        return exception is OutOfMemoryException ? Result.OutOfMemory : Result.InternalError;
    }
}
