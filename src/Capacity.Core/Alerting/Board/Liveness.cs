namespace Capacity.Core.Alerting.Board;

/// <summary>Judges whether a sender says that an alert fires, where its clock may be wrong and its messages may come late, twice and in any order.</summary>
/// <remarks>
/// Alertmanager believes the end that a sender gives, by its own clock: an alert of a sender that is ten minutes slow has ended when it arrives, and
/// nobody hears of it. Here an end that lies in the past but moves on as this service's clock does, from one arrival to the next, says that the alert
/// fires. And a copy that was under way when its alert ended, which claims no more than was claimed before, does not make it fire again.
/// </remarks>
internal static class Liveness
{
    /// <summary>The shortest time between two arrivals that says something of a clock.</summary>
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(10);

    /// <summary>How far two ends may be off the time between their arrivals: evaluation and the way take a while.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(15);

    /// <summary>How long copies may be under way. Prometheus repeats an end for as long.</summary>
    private static readonly TimeSpan LatestCopy = TimeSpan.FromMinutes(15);

    /// <summary>Judges an arrival.</summary>
    /// <param name="known">What the same sender said before; <see langword="null"/> where it said nothing.</param>
    /// <param name="startsAt">The beginning that it gives.</param>
    /// <param name="endsAt">The end that it gives, or the end that is assumed.</param>
    /// <param name="now">The time.</param>
    public static Claim Judge(Claim? known, DateTimeOffset? startsAt, DateTimeOffset endsAt, DateTimeOffset now)
    {
        if (known is not { } before)
        {
            return new(startsAt, endsAt, now, endsAt > now, endsAt > now ? 0 : 1);
        }

        if (endsAt > now)
        {
            var isLateCopy = !before.IsLive && endsAt <= before.EndsAt && now - before.ArrivedAt < LatestCopy;
            return isLateCopy ? before : new(startsAt, endsAt > before.EndsAt ? endsAt : before.EndsAt, now, IsLive: true, 0);
        }

        var (moved, passed) = (endsAt - before.EndsAt, now - before.ArrivedAt);
        if (moved > TimeSpan.Zero)
        {
            var most = passed / 2 > Jitter ? passed / 2 : Jitter;
            var steady = passed >= ShortestStep && (moved - passed).Duration() <= most ? before.SteadyInThePast + 1 : 1;
            return new(startsAt, endsAt, now, steady >= 2, steady);
        }

        // With a slow clock, an end that hardly moved back is another copy of the last one.
        return before.IsOfASlowClock && moved > -Jitter ? before : before with { ArrivedAt = now, IsLive = false, SteadyInThePast = 0 };
    }

    /// <summary>Whether a sender has not spoken of an alert for so long that it does not say any more that it fires.</summary>
    public static bool IsOver(Claim claim, TimeSpan resolveTimeout, DateTimeOffset now) =>
        now >= (claim.IsOfASlowClock ? claim.ArrivedAt + resolveTimeout : claim.EndsAt);
}
