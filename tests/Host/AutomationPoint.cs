namespace NamPlugin.Host;

/// <summary>One parameter changes at one sample.</summary>
/// <param name="Frame">Counted from the start of the render, or of the block where one block is processed.</param>
/// <param name="ParameterId">Which parameter.</param>
/// <param name="Value">The value, in what <paramref name="Kind"/> says.</param>
/// <param name="Kind">How the value is meant.</param>
public readonly record struct AutomationPoint(long Frame, uint ParameterId, double Value, AutomationKind Kind = AutomationKind.Plain)
{
    /// <summary>Points from one value to another along a line, at the first and last frame and every <paramref name="stepFrames"/> between.</summary>
    public static IEnumerable<AutomationPoint> Ramp(uint parameterId, long firstFrame, long lastFrame, double from, double to, int stepFrames, AutomationKind kind = AutomationKind.Plain)
    {
        for (var frame = firstFrame; frame < lastFrame; frame += stepFrames)
            yield return new AutomationPoint(frame, parameterId, from + (to - from) * (frame - firstFrame) / (lastFrame - firstFrame), kind);
        yield return new AutomationPoint(lastFrame, parameterId, to, kind);
    }
}
