namespace Capacity.Core.Alerting.Board;

/// <summary>What all senders say of one alert, the last to speak first among those that say it fires. An alert fires as long as one of them says so. Never changes.</summary>
public sealed class ClaimList
{
    /// <summary>Replicas of a sender are few; a sender that gives another beginning each time must not be remembered each time.</summary>
    private const int Most = 4;

    private readonly Claim[] claims;

    private ClaimList(Claim[] claims) => this.claims = claims;

    /// <summary>Nobody says anything.</summary>
    public static ClaimList None { get; } = new([]);

    /// <summary>Gets what is said where only one says something; <see langword="null"/> otherwise.</summary>
    public Claim? Only => claims is [var only] ? only : null;

    /// <summary>Gets whether one of them says that the alert fires.</summary>
    public bool IsLive => Array.Exists(claims, c => c.IsLive);

    /// <summary>Gets whether a sender with a slow clock says that the alert fires.</summary>
    public bool IsLiveByASlowClock => Array.Exists(claims, c => c.IsLive && c.IsOfASlowClock);

    /// <summary>Gets the beginning that the first of them gave; <see langword="null"/> where it gave none.</summary>
    public DateTimeOffset? LastStart => claims.Length > 0 ? claims[0].StartsAt : null;

    /// <summary>Makes a list of one.</summary>
    public static ClaimList Of(Claim claim) => new([claim]);

    /// <summary>Takes what a sender says.</summary>
    /// <param name="startsAt">The beginning that it gives.</param>
    /// <param name="endsAt">The end that it gives, or the end that is assumed.</param>
    /// <param name="now">The time.</param>
    public ClaimList Hear(DateTimeOffset? startsAt, DateTimeOffset endsAt, DateTimeOffset now)
    {
        var known = Array.FindIndex(claims, c => c.StartsAt == startsAt);
        var claim = Liveness.Judge(known < 0 ? null : claims[known], startsAt, endsAt, now);
        return claims.Length == 0 || (claims.Length == 1 && known == 0)
            ? Of(claim)
            : new([.. claims.Where((_, i) => i != known).Select(Left).Prepend(claim).OrderByDescending(c => c.IsLive).Take(Most)]);

        // An end without a beginning is meant for everybody, and any end for who gave no beginning.
        Claim Left(Claim other) => !claim.IsLive && endsAt <= now && (startsAt is null || other.StartsAt is null) ? other with { IsLive = false } : other;
    }

    /// <summary>Lets time pass: who has not spoken for long says nothing any more.</summary>
    public ClaimList Pass(TimeSpan resolveTimeout, DateTimeOffset now) => Array.Exists(claims, c => c.IsLive && Liveness.IsOver(c, resolveTimeout, now))
        ? new(Array.ConvertAll(claims, c => c.IsLive && Liveness.IsOver(c, resolveTimeout, now) ? c with { IsLive = false } : c))
        : this;
}
