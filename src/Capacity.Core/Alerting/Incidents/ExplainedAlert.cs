using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>An alert with what became of it, and why.</summary>
/// <param name="Labels">The alert.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why, in one line; empty where nothing was decided yet.</param>
/// <param name="Incident">The incident it belongs to; <see langword="null"/> for none.</param>
/// <param name="IsFiring">Whether it fires.</param>
/// <param name="IsSilenced">Whether it fires and somebody has silenced it.</param>
/// <param name="FiredAt">When it was heard of first.</param>
/// <param name="Until">When it is decided upon again; <see langword="null"/> where nothing is open.</param>
/// <param name="Episodes">How often it began to fire.</param>
public sealed record ExplainedAlert(
    LabelSet Labels, Verdict Verdict, string Reason, string? Incident, bool IsFiring, bool IsSilenced, DateTimeOffset FiredAt, DateTimeOffset? Until, int Episodes);
