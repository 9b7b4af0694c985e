namespace NamPlugin.Dsp.Models;

/// <summary>
/// The largest model this project takes. Every bound lies far above any capture that a computer could play in real time, and keeps
/// memory and time bounded for a file that lies about its sizes.
/// </summary>
public static class ModelLimits
{
    /// <summary>Size of a model file in bytes: 64 MiB.</summary>
    public const int FileBytes = 64 << 20;

    /// <summary>Weights of one network: 64 MiB of float32.</summary>
    public const int Weights = 1 << 24;

    /// <summary>Samples of history that the convolutions of one network keep, all channels together: 64 MiB of float32.</summary>
    public const int HistorySamples = 1 << 24;

    /// <summary>Channels of any signal inside or at the ends of a network.</summary>
    public const int Channels = 4096;

    /// <summary>Taps of a convolution.</summary>
    public const int KernelSize = 65535;

    /// <summary>Layers of one array, blocks of a ConvNet or of a post-stack head, layers of an LSTM.</summary>
    public const int Layers = 4096;

    /// <summary>Layer arrays of one WaveNet.</summary>
    public const int LayerArrays = 255;

    /// <summary>Submodels of one container.</summary>
    public const int Submodels = 64;

    /// <summary>Models inside models (containers, condition networks), the outermost counted.</summary>
    public const int Nesting = 8;

    /// <summary>Lowest sample rate of a model, in Hz.</summary>
    public const double LowestSampleRateHz = 1000;

    /// <summary>Highest sample rate of a model, in Hz.</summary>
    public const double HighestSampleRateHz = 1_000_000;
}
