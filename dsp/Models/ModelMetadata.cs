namespace NamPlugin.Dsp.Models;

/// <summary>What a capture says about itself ('.nam' section 10). Every member may be absent.</summary>
public sealed record ModelMetadata
{
    /// <summary>Nothing known.</summary>
    public static ModelMetadata Empty { get; } = new();

    /// <summary>Name of the capture.</summary>
    public string? Name { get; init; }

    /// <summary>Who made it.</summary>
    public string? ModeledBy { get; init; }

    /// <summary>amp, pedal, pedal_amp, amp_cab, amp_pedal_cab, preamp or studio.</summary>
    public string? GearType { get; init; }

    /// <summary>Maker of the gear.</summary>
    public string? GearMake { get; init; }

    /// <summary>Model of the gear.</summary>
    public string? GearModel { get; init; }

    /// <summary>clean, overdrive, crunch, hi_gain or fuzz.</summary>
    public string? ToneType { get; init; }

    /// <summary>When it was trained, ISO 8601, if the file says.</summary>
    public string? Date { get; init; }

    /// <summary>RMS of the output for the trainer's standard input, in dB. "Normalized" players apply -18 dB minus this.</summary>
    public double? LoudnessDb { get; init; }

    /// <summary>How compressed the response is, 0..1. Not used in playback.</summary>
    public double? Gain { get; init; }

    /// <summary>Analog level in dBu RMS of a 1 kHz sine that meets 0 dBFS peak at the model's input.</summary>
    public double? InputLevelDbu { get; init; }

    /// <summary>The same for the output.</summary>
    public double? OutputLevelDbu { get; init; }

    /// <summary>Error-to-signal ratio on the validation recording.</summary>
    public double? ValidationEsr { get; init; }
}
