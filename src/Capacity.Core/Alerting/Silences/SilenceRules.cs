namespace Capacity.Core.Alerting.Silences;

/// <summary>Decides what may become of silences, as Alertmanager does. What was silenced stays on record: a change of the past makes a new silence.</summary>
public static class SilenceRules
{
    /// <summary>Decides on a silence that is asked for.</summary>
    /// <param name="draft">What is asked for.</param>
    /// <param name="before">The silence that it names; <see langword="null"/> where there is none.</param>
    /// <param name="known">How many silences are remembered.</param>
    /// <param name="limits">How many may be.</param>
    /// <param name="newId">The name of a new one.</param>
    /// <param name="now">The time.</param>
    public static SilenceOutcome Put(SilenceDraft draft, Silence? before, int known, SilenceLimits limits, Guid newId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(limits);
        if (Fault(draft, limits, now) is { } fault)
        {
            return new SilenceOutcome.Refused(fault);
        }

        if (draft.Id is not null && before is null)
        {
            return new SilenceOutcome.Unknown();
        }

        var starts = draft.StartsAt ?? now;
        if (before is not null && KeepsThePast(before, draft, starts, now))
        {
            return new SilenceOutcome.Done(before.Id, [Made(draft, before.Id, starts, now)]);
        }

        if (known >= limits.MostSilences)
        {
            return new SilenceOutcome.Refused($"exceeded maximum number of silences: {known} (limit: {limits.MostSilences})");
        }

        var made = Made(draft, newId, starts < now ? now : starts, now);
        return new SilenceOutcome.Done(newId, before is null || before.StateAt(now) == SilenceState.Expired ? [made] : [before.Expire(now), made]);
    }

    /// <summary>Decides on the end of a silence.</summary>
    public static SilenceOutcome Expire(Silence? silence, DateTimeOffset now) => silence switch
    {
        null => new SilenceOutcome.Unknown(),
        _ when silence.StateAt(now) == SilenceState.Expired => new SilenceOutcome.Done(silence.Id, []),
        _ => new SilenceOutcome.Done(silence.Id, [silence.Expire(now)]),
    };

    private static string? Fault(SilenceDraft draft, SilenceLimits limits, DateTimeOffset now)
    {
        if (draft.EndsAt is not { } ends || draft.StartsAt >= ends)
        {
            return "Failed to create silence: start time must be before end time";
        }

        if (ends < now)
        {
            return "Failed to create silence: end time can't be in the past";
        }

        if (draft.Matchers.All(m => m.IsEqual && m.MatchesValue("")))
        {
            return "invalid silence: at least one matcher must not match the empty string";
        }

        var length = draft.CreatedBy.Length + draft.Comment.Length + draft.Matchers.Sum(m => m.Name.Length + m.Value.Length)
            + draft.Annotations.Sum(a => a.Key.Length + a.Value.Length);
        return length > limits.LongestText ? $"silence exceeded maximum size: {length} characters (limit: {limits.LongestText} characters)" : null;
    }

    private static bool KeepsThePast(Silence before, SilenceDraft draft, DateTimeOffset starts, DateTimeOffset now) =>
        before.Matchers.SequenceEqual(draft.Matchers) && before.StateAt(now) switch
        {
            SilenceState.Active => before.StartsAt.ToUnixTimeSeconds() == starts.ToUnixTimeSeconds(),
            SilenceState.Pending => starts >= now,
            _ => false,
        };

    private static Silence Made(SilenceDraft draft, Guid id, DateTimeOffset starts, DateTimeOffset now) => new()
    {
        Id = id,
        Matchers = draft.Matchers,
        StartsAt = starts,
        EndsAt = draft.EndsAt!.Value,
        UpdatedAt = now,
        CreatedBy = draft.CreatedBy,
        Comment = draft.Comment,
        Annotations = draft.Annotations,
    };
}
