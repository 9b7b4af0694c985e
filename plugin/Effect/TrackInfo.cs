namespace NamPlugin.Plugin.Effect;

/// <summary>The track that an instance sits on, as far as its host tells.</summary>
/// <param name="Name">Its name; null where the host gives none.</param>
/// <param name="Color">Its colour; null where the host gives none.</param>
/// <param name="AudioChannels">Channels of its audio; null where the host does not say.</param>
/// <param name="IsForReturn">It is a return track.</param>
/// <param name="IsForBus">It is a bus.</param>
/// <param name="IsForMaster">It is the master track.</param>
public sealed record TrackInfo(string? Name, ArgbColor? Color, int? AudioChannels, bool IsForReturn, bool IsForBus, bool IsForMaster);
