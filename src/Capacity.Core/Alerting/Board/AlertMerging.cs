using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Alerting.Board;

/// <summary>Merges what arrives with what is known, as Alertmanager does.</summary>
/// <remarks>As in <c>types.Alert.Merge</c> and its provider: what overlaps is one activation, with the earliest beginning; anything else is a new one.</remarks>
internal static class AlertMerging
{
    /// <summary>Says how an alert is once a copy of it has arrived.</summary>
    /// <param name="before">The alert that is known; <see langword="null"/> for none.</param>
    /// <param name="posted">The copy.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="silencedBy">What silences it.</param>
    /// <param name="resolveTimeout">When an alert without an end ends that is not sent again.</param>
    /// <param name="now">The time.</param>
    public static Alert Arrive(Alert? before, PostedAlert posted, string sender, IReadOnlyList<Silence> silencedBy, TimeSpan resolveTimeout, DateTimeOffset now)
    {
        var (startsAt, endsAt, isTimeout) = Complete(posted, resolveTimeout, now);
        var claims = (before?.Claims ?? ClaimList.None).Hear(posted.StartsAt, endsAt, now);
        var arrived = new Alert
        {
            Labels = before?.Labels ?? posted.Labels,
            Annotations = posted.Annotations,
            GeneratorUrl = posted.GeneratorUrl,
            StartsAt = startsAt,
            EndsAt = endsAt,
            IsTimeout = isTimeout,
            ArrivedAt = now,
            FirstArrivedAt = before is not null && (before.IsFiring || !claims.IsLive) ? before.FirstArrivedAt : now,
            Claims = claims,
            Sender = before?.Sender ?? sender,
            SilencedBy = silencedBy,
        };
        return before is null ? arrived : Merge(before, arrived, now);
    }

    /// <summary>Gives an alert the times that its sender left out.</summary>
    /// <remarks>Where the sender's clock is fast, its alert does not end before it begins: Alertmanager refuses one that begins after the time-out.</remarks>
    /// <returns>The beginning, the end, and whether the end is a time-out.</returns>
    public static (DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsTimeout) Complete(PostedAlert posted, TimeSpan resolveTimeout, DateTimeOffset now) =>
        (posted.StartsAt ?? posted.EndsAt ?? now, posted.EndsAt ?? (posted.StartsAt > now ? posted.StartsAt.Value : now) + resolveTimeout, posted.EndsAt is null);

    /// <summary>Merges an alert with the one before it.</summary>
    /// <param name="before">The alert that is known.</param>
    /// <param name="arrived">The same alert as it arrived.</param>
    /// <param name="now">The time.</param>
    public static Alert Merge(Alert before, Alert arrived, DateTimeOffset now)
    {
        if (!Overlap(before, arrived))
        {
            return arrived;
        }

        var merged = before.StartsAt < arrived.StartsAt ? arrived with { StartsAt = before.StartsAt } : arrived;
        var keepsEnd = before.EndsAt > arrived.EndsAt && (arrived.EndsAt <= now ? before.EndsAt <= now : !before.IsTimeout);
        return keepsEnd ? merged with { EndsAt = before.EndsAt, IsTimeout = before.IsTimeout } : merged;
    }

    private static bool Overlap(Alert before, Alert arrived) =>
        (arrived.EndsAt > before.StartsAt && arrived.EndsAt < before.EndsAt)
        || (arrived.StartsAt > before.StartsAt && arrived.StartsAt < before.EndsAt);
}
