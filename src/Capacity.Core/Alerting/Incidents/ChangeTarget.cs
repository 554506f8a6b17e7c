namespace Capacity.Core.Alerting.Incidents;

/// <summary>One machine of a change.</summary>
/// <param name="Host">Its name.</param>
/// <param name="BeganAt">When the change took it last; <see langword="null"/> as long as it has not.</param>
/// <param name="EndedAt">When the change gave it back; <see langword="null"/> as long as it has not.</param>
/// <param name="Succeeded">Whether that went well; <see langword="null"/> as long as nobody said.</param>
public sealed record ChangeTarget(string Host, DateTimeOffset? BeganAt = null, DateTimeOffset? EndedAt = null, bool? Succeeded = null);
