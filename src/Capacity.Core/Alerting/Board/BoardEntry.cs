using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Alerting.Board;

/// <summary>An alert on the board. One that is sent again and only fires on is changed in place: 25,000 of them would leave as many objects behind every minute.</summary>
internal sealed class BoardEntry
{
    private string sender = "";
    private DateTimeOffset startsAt;
    private DateTimeOffset endsAt;
    private DateTimeOffset arrivedAt;
    private DateTimeOffset firstArrivedAt;
    private bool isTimeout;

    /// <summary>What is said of it where only one sender speaks of it, as most often.</summary>
    private Claim only;

    /// <summary>What is said of it otherwise.</summary>
    private ClaimList? several;

    public BoardEntry(Alert alert) => Put(alert);

    public AlertWords Words { get; private set; }

    public IReadOnlyList<Silence> SilencedBy { get; set; } = [];

    public bool IsFiring => several?.IsLive ?? only.IsLive;

    public AlertState State => new(Words.Labels, startsAt, endsAt, IsFiring, SilencedBy.Count > 0);

    /// <summary>Gives the alert as it is now.</summary>
    public Alert ToAlert() => new()
    {
        Labels = Words.Labels,
        Annotations = Words.Annotations,
        GeneratorUrl = Words.GeneratorUrl,
        StartsAt = startsAt,
        EndsAt = endsAt,
        IsTimeout = isTimeout,
        ArrivedAt = arrivedAt,
        FirstArrivedAt = firstArrivedAt,
        Claims = several ?? ClaimList.Of(only),
        Sender = sender,
        SilencedBy = SilencedBy,
    };

    /// <summary>Takes over all that an alert is.</summary>
    public void Put(Alert alert)
    {
        Words = new(alert.Labels, alert.Annotations, alert.GeneratorUrl);
        (startsAt, endsAt, isTimeout, arrivedAt, firstArrivedAt) = (alert.StartsAt, alert.EndsAt, alert.IsTimeout, alert.ArrivedAt, alert.FirstArrivedAt);
        (sender, SilencedBy) = (alert.Sender, alert.SilencedBy);
        (only, several) = (alert.Claims.Only ?? default, alert.Claims.Only is null ? alert.Claims : null);
    }

    /// <summary>Whether the alert is in lists.</summary>
    public bool IsListed(DateTimeOffset now) => endsAt >= now || (several?.IsLiveByASlowClock ?? (only.IsLive && only.IsOfASlowClock));

    /// <summary>Whether nobody says any more that the alert fires, although it does.</summary>
    public bool IsOver(TimeSpan resolveTimeout, DateTimeOffset now) =>
        IsFiring && (several is null ? Liveness.IsOver(only, resolveTimeout, now) : !several.Pass(resolveTimeout, now).IsLive);

    /// <summary>Whether the alert ended so long ago that it may be forgotten.</summary>
    public bool IsOld(TimeSpan keep, DateTimeOffset now) => !IsFiring && now - arrivedAt > keep && now - endsAt > keep;

    /// <summary>Takes what is only sent again: by the one who sent it before, with the same words and the same beginning, to fire on. This is what the long way would come to.</summary>
    /// <returns>Whether it was that.</returns>
    public bool TryRenew(PostedAlert posted, TimeSpan resolveTimeout, DateTimeOffset now)
    {
        var (_, ends, isAssumed) = AlertMerging.Complete(posted, resolveTimeout, now);
        if (several is not null || !only.IsLive || posted.StartsAt != only.StartsAt || posted.StartsAt != startsAt || ends <= now || ends < endsAt
            || !ReferenceEquals(posted.Annotations, Words.Annotations) || !ReferenceEquals(posted.GeneratorUrl, Words.GeneratorUrl))
        {
            return false;
        }

        only = Liveness.Judge(only, posted.StartsAt, ends, now);
        (endsAt, isTimeout, arrivedAt) = (ends, isAssumed, now);
        return true;
    }
}
