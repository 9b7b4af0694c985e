using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Brings weights into the order in which <see cref="LstmKernel{T, TGates, TShape}"/> reads them, multiplied with what its gates want.
/// The format has rows [i f g o][unit] and columns [x; h]; its biases follow. [main-thread]
/// </summary>
internal readonly ref struct LstmPacking<T>(ReadOnlySpan<float> weights, int inputs, LstmUnits<T> units)
    where T : struct, ILanes<T>
{
    // Forget, input, cell, output: where each stands in the format.
    private static ReadOnlySpan<int> FormatGates => [1, 0, 2, 3];

    private readonly ReadOnlySpan<float> _weights = weights;
    private readonly int _columns = inputs + units.Count;

    /// <summary>Floats that a kernel reads.</summary>
    public int CountOf(int group) => (_columns + 1) * ColumnFloats(group);

    /// <summary>Writes what a kernel reads: the biases, then column after column.</summary>
    public void Pack(int group, float scale, Span<float> packed)
    {
        var columnFloats = ColumnFloats(group);
        for (var column = -1; column < _columns; column++)
        {
            PackColumn(group, column, scale, packed[..columnFloats]);
            packed = packed[columnFloats..];
        }
    }

    private int ColumnFloats(int group) =>
        (4 * (units.FirstRegister(group + 1) - units.FirstRegister(group)) - (units.EndsWithHalf(group) ? 2 : 0)) * T.Count;

    private void PackColumn(int group, int column, float scale, Span<float> packed)
    {
        var position = 0;
        for (var register = units.FirstRegister(group); register < units.FirstRegister(group + 1); register++)
        {
            // Half a register of units has two gates in each register.
            var lanes = units.EndsWithHalf(group) && register == units.Registers - 1 ? T.Count / 2 : T.Count;
            foreach (var gate in FormatGates)
            {
                for (var lane = 0; lane < lanes; lane++, position++)
                {
                    var unit = register * T.Count + lane;
                    if (unit < units.Count)
                        packed[position] = At(gate, unit, column) * (gate == 2 ? scale : 0.5f * scale);
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
