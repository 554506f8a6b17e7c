using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Api.Incidents;

/// <summary>An alert with what became of it, and why.</summary>
/// <param name="Fingerprint">Alertmanager's name for it.</param>
/// <param name="Labels">What it is about.</param>
/// <param name="Verdict"><c>none</c> (nothing yet), <c>held</c> (it waits), <c>attached</c> (part of an incident), <c>ticket</c> (for working hours) or <c>paged</c>.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Incident">The incident it belongs to; <see langword="null"/> for none.</param>
/// <param name="Firing">Whether it fires.</param>
/// <param name="Silenced">Whether it fires and somebody has silenced it.</param>
/// <param name="FiredAt">When it was heard of first.</param>
/// <param name="Until">When it is decided upon again; <see langword="null"/> where nothing is open.</param>
/// <param name="Episodes">How often it began to fire.</param>
public sealed record ExplainedAlertDocument(
    string Fingerprint,
    IReadOnlyDictionary<string, string> Labels,
    string Verdict,
    string Reason,
    string? Incident,
    bool Firing,
    bool Silenced,
    DateTimeOffset FiredAt,
    DateTimeOffset? Until,
    int Episodes)
{
    /// <summary>Makes it.</summary>
    public static ExplainedAlertDocument Of(ExplainedAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new(
            alert.Labels.Fingerprint.ToString(),
            alert.Labels.ToDictionary(l => l.Key, l => l.Value),
            Words.Of(alert.Verdict),
            alert.Reason,
            alert.Incident,
            alert.IsFiring,
            alert.IsSilenced,
            alert.FiredAt,
            alert.Until,
            alert.Episodes);
    }
}
