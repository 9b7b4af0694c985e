using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>One activation with its per-channel parameters, ready to run over planes.</summary>
internal sealed unsafe class PlaneMap<T> : IDisposable
    where T : struct, IRegister<T>
{
    private readonly NativeBuffer<float> _parameters;
    private readonly delegate*<PlanePass*, void> _sideBySide;
    private readonly delegate*<PlanePass*, void> _oneByOne;

    // An activation keeps three registers busy for each that it computes.
    private static int SideBySide => T.Registers >= 32 ? 4 : 2;

    /// <summary>Chooses the kernels. [main-thread]</summary>
    /// <param name="activation">The function; null for what leaves the planes as they are.</param>
    /// <param name="firstChannel">The channel whose parameters come first.</param>
    /// <param name="channels">Number of planes.</param>
    public PlaneMap(Activation? activation, int firstChannel, int channels)
    {
        _parameters = NativeBuffer<float>.CopyOf(PointwiseFunctions.ParametersPerRow(activation, firstChannel, channels));
        _sideBySide = (delegate*<PlanePass*, void>)(T.Registers >= 32
            ? PointwiseFunctions.Visit<Quad<T>, nint, Kernel<Quad<T>>>(activation?.Kind, default)
            : PointwiseFunctions.Visit<Pair<T>, nint, Kernel<Pair<T>>>(activation?.Kind, default));
        _oneByOne = (delegate*<PlanePass*, void>)PointwiseFunctions.Visit<T, nint, Kernel<T>>(activation?.Kind, default);
    }

    /// <summary>Applies it to <paramref name="frames"/> of every plane, rounded up to whole registers. [audio-thread]</summary>
    public void Apply(ref PlanePass pass, int frames)
    {
        pass.Parameters = _parameters.Pointer;
        pass.FirstFrame = 0;
        // Side by side as far as that goes, the rest singly.
        nint registers = (frames + T.Count - 1) / T.Count;
        pass.EndFrame = registers / SideBySide * SideBySide * T.Count;
        fixed (PlanePass* pointer = &pass)
        {
            if (pass.EndFrame > 0)
                _sideBySide(pointer);
            pass.FirstFrame = pass.EndFrame;
            pass.EndFrame = registers * T.Count;
            if (pass.EndFrame > pass.FirstFrame)
                _oneByOne(pointer);
        }
    }

    /// <summary>Frees the parameters. [main-thread]</summary>
    public void Dispose() => _parameters.Dispose();

    private readonly struct Kernel<TColumns> : IPointwiseVisitor<TColumns, nint>
        where TColumns : struct, ILanes<TColumns>
    {
        // Function pointers travel as integers because they cannot be type arguments.
        public nint Visit<TPointwise>()
            where TPointwise : struct, IPointwise<TColumns> =>
            (nint)(delegate*<PlanePass*, void>)&PlaneKernels<TColumns>.Map<TPointwise>;
    }
}
