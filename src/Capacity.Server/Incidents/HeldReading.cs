using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Incidents;

/// <summary>What fires and is in no page.</summary>
/// <param name="Groups">How many alerts for which reason.</param>
/// <param name="Alerts">The alerts, as many as were asked for.</param>
/// <param name="Silenced">How many alerts fire that somebody has silenced.</param>
public sealed record HeldReading(IReadOnlyList<HeldGroup> Groups, IReadOnlyList<ExplainedAlert> Alerts, int Silenced);
