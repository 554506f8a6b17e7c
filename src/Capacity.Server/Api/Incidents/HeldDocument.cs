using Capacity.Server.Incidents;

namespace Capacity.Server.Api.Incidents;

/// <summary>What fires and is in no page: nothing is hidden.</summary>
/// <param name="Held">How many alerts wait.</param>
/// <param name="Tickets">How many are for working hours.</param>
/// <param name="Silenced">How many fire that somebody has silenced.</param>
/// <param name="Groups">How many for which reason, and until when.</param>
/// <param name="Alerts">The alerts, as many as were asked for.</param>
public sealed record HeldDocument(int Held, int Tickets, int Silenced, IReadOnlyList<HeldGroupDocument> Groups, IReadOnlyList<ExplainedAlertDocument> Alerts)
{
    /// <summary>Makes it.</summary>
    public static HeldDocument Of(HeldReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new(
            reading.Groups.Where(g => g.Verdict != Core.Alerting.Correlation.Verdict.Ticket).Sum(g => g.Alerts),
            reading.Groups.Where(g => g.Verdict == Core.Alerting.Correlation.Verdict.Ticket).Sum(g => g.Alerts),
            reading.Silenced,
            [.. reading.Groups.Select(g => new HeldGroupDocument(Words.Of(g.Verdict), g.Reason, g.Until, g.Alerts))],
            [.. reading.Alerts.Select(ExplainedAlertDocument.Of)]);
    }
}
