namespace Capacity.Core.Alerting.Board;

/// <summary>How many alerts a board has.</summary>
/// <param name="Listed">Those that are in lists.</param>
/// <param name="ListedSilenced">Those of them that are silenced.</param>
/// <param name="FiringSilenced">Those that fire and are silenced.</param>
public readonly record struct BoardCounts(int Listed, int ListedSilenced, int FiringSilenced);
