using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>Alerts that fire, with the same verdict for the same reason.</summary>
/// <param name="Verdict">What became of them.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Until">When the last of them is decided upon again; <see langword="null"/> where nothing is open.</param>
/// <param name="Alerts">How many they are.</param>
public sealed record HeldGroup(Verdict Verdict, string Reason, DateTimeOffset? Until, int Alerts);
