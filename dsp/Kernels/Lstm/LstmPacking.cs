using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Brings the weights of a layer into the order in which <see cref="LstmKernel{T, TGates, TSums}"/> reads them, multiplied with what its gates want.
/// The format has rows [i f g o][unit] and columns [x; h]; its biases follow. [main-thread]
/// </summary>
internal readonly ref struct LstmPacking<T>(ReadOnlySpan<float> weights, int inputs, LstmUnits<T> units)
    where T : struct, ILanes<T>
{
    private const int CellGate = 2;

    private readonly ReadOnlySpan<float> _weights = weights;
    private readonly int _columns = inputs + units.Count;
    private readonly int _columnFloats = (4 * units.GroupRegisters - (units.HasHalf ? 2 : 0)) * T.Count;

    /// <summary>Floats that the kernel reads.</summary>
    public int PackedCount => units.Groups * (_columns + 1) * _columnFloats;

    // Forget, input, cell, output: where each stands in the format.
    private static ReadOnlySpan<int> FormatGates => [1, 0, CellGate, 3];

    /// <summary>Writes group after group the biases, then column after column.</summary>
    public void Pack(float scale, Span<float> packed)
    {
        for (var group = 0; group < units.Groups; group++)
        {
            for (var column = -1; column < _columns; column++)
            {
                PackColumn(group * units.GroupRegisters, column, scale, packed[.._columnFloats]);
                packed = packed[_columnFloats..];
            }
        }
    }

    private void PackColumn(int firstRegister, int column, float scale, Span<float> packed)
    {
        var position = 0;
        for (var register = firstRegister; register < firstRegister + units.GroupRegisters; register++)
        {
            // Half a register of units has two gates in each register.
            var lanes = units.HasHalf && register == units.GroupRegisters - 1 ? T.Count / 2 : T.Count;
            foreach (var gate in FormatGates)
            {
                for (var lane = 0; lane < lanes; lane++, position++)
                {
                    var unit = register * T.Count + lane;
                    if (unit < units.Count)
                        packed[position] = At(gate, unit, column) * (gate == CellGate ? scale : 0.5f * scale);
                }
            }
        }
    }

    private float At(int gate, int unit, int column)
    {
        var row = gate * units.Count + unit;
        return column < 0 ? _weights[4 * units.Count * _columns + row] : _weights[row * _columns + column];
    }
}
