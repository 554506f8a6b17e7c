using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Alerting.Board;

/// <summary>Every alert that is known, firing or ended lately. Safe from several threads; nobody sees half of a batch.</summary>
/// <param name="limits">How long alerts live, and how many there may be.</param>
public sealed class AlertBoard(BoardLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LabelSet, Alert> alerts = new(new LabelSetComparer());
    private readonly SenderCounts senders = new(limits);
    private ActiveSilences silences = ActiveSilences.None;

    /// <summary>Lists all of them, in no order.</summary>
    public IReadOnlyList<Alert> All
    {
        get
        {
            lock (gate)
            {
                return [.. alerts.Values];
            }
        }
    }

    /// <summary>Finds the alert of the labels that were sent; <see langword="null"/> where it is not known.</summary>
    public Alert? Find(Utf8Pairs labels)
    {
        lock (gate)
        {
            return alerts.GetAlternateLookup<Utf8Pairs>().TryGetValue(labels, out var alert) ? alert : null;
        }
    }

    /// <summary>Takes alerts that arrive.</summary>
    /// <param name="posted">The alerts, each of them valid.</param>
    /// <param name="sender">Who sent them.</param>
    /// <param name="now">The time.</param>
    public BoardOutcome Take(IReadOnlyList<PostedAlert> posted, string sender, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var changes = new List<AlertChange>(posted.Count);
        List<Alert> toKeep = [];
        var refused = 0;
        lock (gate)
        {
            foreach (var one in posted)
            {
                var before = alerts.GetValueOrDefault(one.Labels);
                if (before is null && !senders.HasRoom(sender))
                {
                    refused++;
                    continue;
                }

                var after = Arrive(before, one, sender, now);
                alerts[after.Labels] = after;
                if (Change(before, after) is { } kind)
                {
                    changes.Add(new(kind, after, now));
                }

                if (before is null)
                {
                    senders.Add(sender);
                }

                if (before?.IsFiring != after.IsFiring || before.StartsAt != after.StartsAt)
                {
                    toKeep.Add(after);
                }
            }
        }

        return new(changes, toKeep, refused);
    }

    /// <summary>Lets time pass: what nobody speaks of any more ends, and what ended long ago is forgotten.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What ended, and what was forgotten.</returns>
    public (IReadOnlyList<AlertChange> Ended, IReadOnlyList<Alert> Forgotten) Pass(DateTimeOffset now)
    {
        List<AlertChange> ended = [];
        List<Alert> forgotten = [];
        lock (gate)
        {
            foreach (var alert in alerts.Values)
            {
                if (alert.IsFiring && alert.Claims.Pass(limits.ResolveTimeout, now) is { IsLive: false } over)
                {
                    ended.Add(new(AlertChangeKind.TimedOut, alert with { Claims = over }, now));
                }
                else if (!alert.IsFiring && now - alert.ArrivedAt > limits.KeepResolved && now - alert.EndsAt > limits.KeepResolved)
                {
                    forgotten.Add(alert);
                }
            }

            foreach (var change in ended)
            {
                alerts[change.Alert.Labels] = change.Alert;
            }

            forgotten.ForEach(Forget);
        }

        return (ended, forgotten);
    }

    /// <summary>Looks which alerts are silenced now.</summary>
    /// <param name="active">The silences that hold.</param>
    /// <param name="now">The time.</param>
    /// <returns>Which alerts are silenced now and were not, or are no longer.</returns>
    public IReadOnlyList<AlertChange> Silence(ActiveSilences active, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(active);
        List<AlertChange> changes = [];
        lock (gate)
        {
            if (active.IsSameAs(silences))
            {
                return changes;
            }

            silences = active;
            foreach (var alert in alerts.Values.ToList())
            {
                var silencedBy = active.Of(alert.Labels);
                if (silencedBy.SequenceEqual(alert.SilencedBy))
                {
                    continue;
                }

                var after = alert with { SilencedBy = silencedBy };
                alerts[alert.Labels] = after;
                if (alert.IsFiring && silencedBy.Count > 0 != alert.SilencedBy.Count > 0)
                {
                    changes.Add(new(silencedBy.Count > 0 ? AlertChangeKind.Silenced : AlertChangeKind.Unsilenced, after, now));
                }
            }
        }

        return changes;
    }

    /// <summary>Takes back alerts that were known before the service ended. What fired then is given the time to be sent again before it ends.</summary>
    public void Restore(IReadOnlyList<Alert> before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        lock (gate)
        {
            foreach (var alert in before.Where(a => !alerts.ContainsKey(a.Labels)))
            {
                var lease = now + limits.ResolveTimeout;
                var waits = alert.IsFiring && alert.EndsAt < lease;
                alerts[alert.Labels] = waits
                    ? alert with { EndsAt = lease, IsTimeout = true, Claims = ClaimList.Of(new(alert.Claims.LastStart, lease, now, IsLive: true, 0)) }
                    : alert;
                senders.Add(alert.Sender);
            }

            silences = ActiveSilences.None;
        }
    }

    private static AlertChangeKind? Change(Alert? before, Alert after) => (before?.IsFiring ?? false, after.IsFiring) switch
    {
        (false, true) => AlertChangeKind.Fired,
        (true, true) => AlertChangeKind.Refreshed,
        (true, false) => AlertChangeKind.Resolved,
        _ => null,
    };

    private Alert Arrive(Alert? before, PostedAlert posted, string sender, DateTimeOffset now)
    {
        var (startsAt, endsAt, isTimeout) = AlertMerging.Complete(posted, limits.ResolveTimeout, now);
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
            SilencedBy = before?.SilencedBy ?? silences.Of(posted.Labels),
        };
        return before is null ? arrived : AlertMerging.Merge(before, arrived, now);
    }

    private void Forget(Alert alert)
    {
        alerts.Remove(alert.Labels);
        senders.Remove(alert.Sender);
    }
}
