namespace NamPlugin.Training.HandBuilt;

/// <summary>
/// The built-in model: an overdrive pedal into a clean power stage, set weight by weight instead of trained. Like the pedals it recalls, it clips
/// what is left of the signal above a low-mid corner and adds that to the dry signal, then rolls off the top. Two channels do that much; each
/// further one refines it. It is odd-symmetric and has no biases: silence stays silence.
/// </summary>
internal static class MildOverdrive
{
    private static readonly int[] Dilations = [1, 3, 9, 27, 1, 1, 3, 9, 1, 3, 19];

    private const int SplitLayer = 0; // four layers of low-pass before the clipper
    private const int ClipLayer = 4;
    private const int ToneLayer = 5; // three layers of low-pass
    private const int TopLayer = 8; // two more
    private const int OutLayer = 10;

    private const int Main = 0; // cell: dry, then the pedal's sum. Unit: the output
    private const int Lows = 1; // cell: what the clipper must not see. Unit: the clipper
    private const int Mids = 2; // cell: low-passed at 2.5 kHz. Unit: a second, softer clipper
    private const int Bass = 3; // cell: low-passed at 200 Hz. Unit: a clipper for the treble
    private const int Body = 4; // cell: the low half of the clipped signal. Unit: a clipper for the bass
    private const int Wall = 5; // unit: the first reflection inside a cabinet
    private const int Edge = 6; // cell: the clipped signal below 3.5 kHz. Unit: presence
    private const int Room = 7; // unit: a second, darker reflection

    private const double ClipGain = 16;
    private const double PowerGain = 1.1;

    public static WaveNetSketch Build()
    {
        var sketch = new WaveNetSketch(channels: 8, Dilations);
        Split(sketch);
        Clip(sketch);
        var powerGain = PowerGain * Tone(sketch);
        PowerStage(sketch, powerGain);
        return sketch;
    }

    private static void Split(WaveNetSketch sketch)
    {
        sketch.Feed(Main, 0.6);
        foreach (var (cell, layers, cornerHz) in new[] { (Lows, 4, 700.0), (Mids, 3, 2500.0), (Bass, 4, 200.0) })
        {
            var pole = OnePole.At(cornerHz);
            sketch.Feed(cell, 0.6 * (1 - pole));
            OnePole.Filter(sketch, SplitLayer, layers, unit: cell, cell, pole);
        }
    }

    private static void Clip(WaveNetSketch sketch)
    {
        sketch.Read(ClipLayer, unit: Lows, cell: Main, ClipGain);
        sketch.Read(ClipLayer, unit: Lows, cell: Lows, -ClipGain);
        sketch.Write(ClipLayer, unit: Lows, cell: Main, 0.30);

        // Its knee comes later, so that picking harder still gets louder.
        sketch.Read(ClipLayer, unit: Mids, cell: Main, 0.2 * ClipGain);
        sketch.Read(ClipLayer, unit: Mids, cell: Lows, -0.2 * ClipGain);
        sketch.Write(ClipLayer, unit: Mids, cell: Main, 0.12);

        sketch.Read(ClipLayer, unit: Bass, cell: Main, ClipGain);
        sketch.Read(ClipLayer, unit: Bass, cell: Mids, -ClipGain);
        sketch.Write(ClipLayer, unit: Bass, cell: Main, 0.06);

        sketch.Read(ClipLayer, unit: Body, cell: Bass, 6);
        sketch.Write(ClipLayer, unit: Body, cell: Main, 0.08);

        // Copies of the clipped signal, for the colours added at the end.
        sketch.Write(ClipLayer, unit: Lows, cell: Body, 0.3);
        sketch.Write(ClipLayer, unit: Lows, cell: Edge, 0.3);
    }

    // Returns the gain that undoes what the two filters of the main cell add.
    private static double Tone(WaveNetSketch sketch)
    {
        var tone = OnePole.At(3800);
        var top = OnePole.At(6500);
        OnePole.Filter(sketch, ToneLayer, 3, unit: Lows, cell: Main, tone);
        OnePole.Filter(sketch, TopLayer, 2, unit: Lows, cell: Main, top);
        OnePole.Filter(sketch, ToneLayer, 3, unit: Body, cell: Body, OnePole.At(1200));
        OnePole.Filter(sketch, ToneLayer, 3, unit: Edge, cell: Edge, OnePole.At(3500));
        return (1 - tone) * (1 - top);
    }

    private static void PowerStage(WaveNetSketch sketch, double gain)
    {
        sketch.Read(OutLayer, unit: Main, cell: Main, gain);
        sketch.Send(Main, 1);

        sketch.Read(OutLayer, unit: Wall, cell: Main, -0.22 * gain, delay: 1);
        sketch.Send(Wall, 1);

        sketch.Read(OutLayer, unit: Edge, cell: Edge, 0.5 * (1 - OnePole.At(3500)));
        sketch.Read(OutLayer, unit: Edge, cell: Body, -0.5 * (1 - OnePole.At(1200)));
        sketch.Send(Edge, 1);

        sketch.Read(OutLayer, unit: Room, cell: Main, 0.15 * gain, delay: 2);
        sketch.Send(Room, 1);
    }
}
