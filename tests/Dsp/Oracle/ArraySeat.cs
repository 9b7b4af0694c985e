namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>What a layer array's neighbours demand of it. Plain: ungrouped, with a head of one tap, as every array beside a slimmable one must be.</summary>
public sealed record ArraySeat(int InputSize, int ConditionSize, int Channels, int HeadOutputs, bool IsFirst, bool IsPlain, bool IsSlimmable);
