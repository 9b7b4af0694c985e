namespace NamPlugin.Dsp.Models;

/// <summary>Stacked LSTM layers with a linear head ('.nam' section 4).</summary>
public sealed record LstmConfig : ModelConfig
{
    /// <inheritdoc/>
    public override Architecture Architecture => Architecture.Lstm;

    /// <summary>Number of layers; 0 passes the input through, past the head, which is stored nevertheless.</summary>
    public required int Layers { get; init; }

    /// <summary>Columns of the first layer that see the input; equals the input channels.</summary>
    public required int InputSize { get; init; }

    /// <summary>Hidden units H of each layer.</summary>
    public required int HiddenSize { get; init; }
}
