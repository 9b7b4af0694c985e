namespace NamPlugin.Dsp.Formats;

/// <summary>Advice that several refusals share.</summary>
internal static class Remedies
{
    public const string ExportAgain = "The file is damaged or was edited by hand: download it or export it from the trainer again.";
    public const string Damaged = "The file is damaged or incomplete: download or convert it again.";
    public const string OtherVersion = "Export the model again with a trainer that writes one of these versions, or use a newer release of this program.";
    public const string OtherArchitecture = "The model uses something this program does not know: train it as one of these, or use a newer release.";
    public const string TooLarge = "No capture of that size can be played: check that this is the right file.";
}
