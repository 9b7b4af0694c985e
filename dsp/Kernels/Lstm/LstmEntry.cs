namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>A kernel and how it wants its weights.</summary>
/// <param name="run">See <see cref="LstmKernel{T, TGates, TSums}.Run"/>.</param>
/// <param name="columns">Columns of hidden units that it adds at once.</param>
/// <param name="constants">What its gates read.</param>
/// <param name="scale">See <see cref="ILstmGates{TSelf, T}.Scale"/>.</param>
internal readonly unsafe struct LstmEntry(delegate*<LstmStack*, float*, float*, float*, nint, void> run, int columns, float[] constants, float scale)
{
    public readonly delegate*<LstmStack*, float*, float*, float*, nint, void> Run = run;
    public readonly int Columns = columns;
    public readonly float[] Constants = constants;
    public readonly float Scale = scale;
}
