using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Brings the weights of a layer into the order in which <see cref="LstmKernel{T, TGates, TSums}"/> reads them, multiplied with what its gates want.
/// The format has rows [i f g o][unit] and columns [x; h]; its biases follow. [main-thread]
/// </summary>
/// <param name="weights">The layer in the format's order.</param>
/// <param name="inputs">Columns of x.</param>
/// <param name="packedInputs">The same, those included that the kernel reads and that have no weight.</param>
/// <param name="packedHidden">Columns of h, likewise.</param>
/// <param name="units">Rows of a gate.</param>
internal readonly ref struct LstmPacking<T>(ReadOnlySpan<float> weights, int inputs, int packedInputs, int packedHidden, LstmUnits<T> units)
    where T : struct, IRegister<T>
{
    private const int CellGate = 2;

    private readonly ReadOnlySpan<float> _weights = weights;
    private readonly int _columnFloats = (4 * units.GroupRegisters - (units.HasHalf ? 2 : 0)) * T.Count;

    /// <summary>Floats that the kernel reads.</summary>
    public int PackedCount => units.Groups * (1 + packedInputs + packedHidden) * _columnFloats;

    /// <summary>Floats in the format, the start values not counted.</summary>
    public int Count => 4 * units.Count * (Columns + 1);

    // Forget, input, cell, output: where each stands in the format.
    private static ReadOnlySpan<int> FormatGates => [1, 0, CellGate, 3];

    private int Columns => inputs + units.Count;

    /// <summary>Writes group after group the biases, then column after column.</summary>
    public void Pack(float scale, Span<float> packed)
    {
        for (var group = 0; group < units.Groups; group++)
        {
            var biases = _weights[(4 * units.Count * Columns)..];
            PackColumn(group, biases, step: 1, scale, ref packed);
            for (var column = 0; column < packedInputs; column++)
                PackColumn(group, column < inputs ? _weights[column..] : [], Columns, scale, ref packed);
            for (var column = 0; column < packedHidden; column++)
                PackColumn(group, column < units.Count ? _weights[(inputs + column)..] : [], Columns, scale, ref packed);
        }
    }

    // A column has an element every few floats.
    private void PackColumn(int group, ReadOnlySpan<float> column, int step, float scale, ref Span<float> packed)
    {
        var position = 0;
        for (var register = group * units.GroupRegisters; !column.IsEmpty && register < (group + 1) * units.GroupRegisters; register++)
        {
            // Half a register of units has two gates in each register.
            var lanes = units.HasHalf && register == units.GroupRegisters - 1 ? T.Count / 2 : T.Count;
            foreach (var gate in FormatGates)
            {
                for (var lane = 0; lane < lanes; lane++, position++)
                {
                    var unit = register * T.Count + lane;
                    if (unit < units.Count)
                        packed[position] = column[(gate * units.Count + unit) * step] * (gate == CellGate ? scale : 0.5f * scale);
                }
            }
        }

        packed = packed[_columnFloats..];
    }
}
