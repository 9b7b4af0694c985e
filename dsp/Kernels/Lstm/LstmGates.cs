using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>What the gates that the lanes <c>T</c> use want of their weights.</summary>
/// <param name="Constants">What every group points at.</param>
/// <param name="Scale">See <see cref="ILstmGates{TSelf, T}.Scale"/>.</param>
internal readonly record struct LstmGates(float[] Constants, float Scale)
{
    /// <summary>Those that <see cref="LstmKernels.Select{T}"/> takes. [main-thread]</summary>
    public static LstmGates Of<T>()
        where T : struct, ILanes<T> => LstmKernels.HasTable<T>() ? Of<T, TableGates<T>>() : Of<T, RationalGates<T>>();

    private static LstmGates Of<T, TGates>()
        where T : struct, ILanes<T>
        where TGates : struct, ILstmGates<TGates, T>
    {
        var constants = new float[TGates.ConstantCount];
        TGates.Write(constants);
        return new LstmGates(constants, TGates.Scale);
    }
}
