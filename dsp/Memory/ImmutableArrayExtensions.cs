using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NamPlugin.Dsp.Memory;

/// <summary>What <see cref="Array"/> does for arrays with a delegate, for immutable ones.</summary>
internal static class ImmutableArrayExtensions
{
    /// <summary>The converted elements, in the same order.</summary>
    public static ImmutableArray<TResult> ConvertAll<T, TResult>(this ImmutableArray<T> array, Converter<T, TResult> converter)
    {
        var converted = new TResult[array.Length];
        for (var i = 0; i < array.Length; i++)
            converted[i] = converter(array[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(converted);
    }

    /// <summary>Whether every element satisfies a condition; so none does in an empty array.</summary>
    public static bool TrueForAll<T>(this ImmutableArray<T> array, Predicate<T> match)
    {
        foreach (var element in array)
        {
            if (!match(element))
                return false;
        }

        return true;
    }
}
