using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Alerting.Board;

/// <summary>Every alert that is known, firing or ended lately. Safe from several threads; nobody sees half of a batch.</summary>
/// <param name="limits">How long alerts live, and how many there may be.</param>
public sealed class AlertBoard(BoardLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LabelSet, BoardEntry> alerts = new(new LabelSetComparer());
    private readonly SenderCounts senders = new(limits);
    private ActiveSilences silences = ActiveSilences.None;

    /// <summary>Lists all of them, in no order.</summary>
    public IReadOnlyList<Alert> All
    {
        get
        {
            lock (gate)
            {
                return [.. alerts.Values.Select(e => e.ToAlert())];
            }
        }
    }

    /// <summary>Finds what the alert of the labels that were sent says; <see langword="null"/> where it is not known.</summary>
    public AlertWords? Find(Utf8Pairs labels)
    {
        lock (gate)
        {
            return alerts.GetAlternateLookup<Utf8Pairs>().TryGetValue(labels, out var entry) ? entry.Words : null;
        }
    }

    /// <summary>Finds an alert; <see langword="null"/> where it is not known.</summary>
    public Alert? Find(LabelSet labels)
    {
        lock (gate)
        {
            return alerts.GetValueOrDefault(labels)?.ToAlert();
        }
    }

    /// <summary>Picks alerts, in no order. What is not wanted costs nothing.</summary>
    /// <param name="wanted">Says which; it is asked while senders wait.</param>
    public IReadOnlyList<AlertState> Pick(Func<AlertState, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        lock (gate)
        {
            return [.. alerts.Values.Select(e => e.State).Where(wanted)];
        }
    }

    /// <summary>Counts the alerts.</summary>
    public BoardCounts Count(DateTimeOffset now)
    {
        var (listed, listedSilenced, firingSilenced) = (0, 0, 0);
        lock (gate)
        {
            foreach (var entry in alerts.Values)
            {
                var isSilenced = entry.SilencedBy.Count > 0;
                if (entry.IsListed(now))
                {
                    listed++;
                    listedSilenced += isSilenced ? 1 : 0;
                }

                firingSilenced += isSilenced && entry.IsFiring ? 1 : 0;
            }
        }

        return new(listed, listedSilenced, firingSilenced);
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
            for (var i = 0; i < posted.Count; i++)
            {
                var one = posted[i];
                var known = alerts.GetValueOrDefault(one.Labels);
                if (known is not null && known.TryRenew(one, limits.ResolveTimeout, now))
                {
                    changes.Add(new(AlertChangeKind.Refreshed, known.State, now));
                }
                else if (known is null && !senders.HasRoom(sender))
                {
                    refused++;
                }
                else
                {
                    Take(known, one, sender, now, changes, toKeep);
                }
            }
        }

        return new(changes, toKeep, refused);
    }

    /// <summary>Lets time pass: what nobody speaks of any more ends, and what ended long ago is forgotten.</summary>
    /// <param name="now">The time.</param>
    public BoardPassing Pass(DateTimeOffset now)
    {
        List<AlertChange> changes = [];
        List<Alert> ended = [];
        List<BoardEntry> old = [];
        lock (gate)
        {
            foreach (var entry in alerts.Values)
            {
                if (entry.IsOver(limits.ResolveTimeout, now))
                {
                    var before = entry.ToAlert();
                    ended.Add(before with { Claims = before.Claims.Pass(limits.ResolveTimeout, now) });
                    entry.Put(ended[^1]);
                    changes.Add(new(AlertChangeKind.TimedOut, entry.State, now));
                }
                else if (entry.IsOld(limits.KeepResolved, now))
                {
                    old.Add(entry);
                }
            }

            return new(changes, ended, [.. old.Select(Forget)]);
        }
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
            foreach (var entry in alerts.Values)
            {
                var wasSilenced = entry.SilencedBy.Count > 0;
                entry.SilencedBy = active.Of(entry.Words.Labels);
                var isSilenced = entry.SilencedBy.Count > 0;
                if (entry.IsFiring && isSilenced != wasSilenced)
                {
                    changes.Add(new(isSilenced ? AlertChangeKind.Silenced : AlertChangeKind.Unsilenced, entry.State, now));
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
                alerts.Add(alert.Labels, new(waits
                    ? alert with { EndsAt = lease, IsTimeout = true, Claims = ClaimList.Of(new(alert.Claims.LastStart, lease, now, IsLive: true, 0)) }
                    : alert));
                senders.Add(alert.Sender);
            }

            silences = ActiveSilences.None;
        }
    }

    private static AlertChangeKind? Change(bool fired, bool fires) => (fired, fires) switch
    {
        (false, true) => AlertChangeKind.Fired,
        (true, true) => AlertChangeKind.Refreshed,
        (true, false) => AlertChangeKind.Resolved,
        _ => null,
    };

    private void Take(BoardEntry? known, PostedAlert posted, string sender, DateTimeOffset now, List<AlertChange> changes, List<Alert> toKeep)
    {
        var before = known?.ToAlert();
        var after = AlertMerging.Arrive(before, posted, sender, before?.SilencedBy ?? silences.Of(posted.Labels), limits.ResolveTimeout, now);
        if (known is null)
        {
            known = new(after);
            alerts.Add(after.Labels, known);
            senders.Add(sender);
        }
        else
        {
            known.Put(after);
        }

        if (Change(before?.IsFiring ?? false, after.IsFiring) is { } kind)
        {
            changes.Add(new(kind, known.State, now));
        }

        if (before?.IsFiring != after.IsFiring || before.StartsAt != after.StartsAt)
        {
            toKeep.Add(after);
        }
    }

    private Alert Forget(BoardEntry entry)
    {
        var alert = entry.ToAlert();
        alerts.Remove(alert.Labels);
        senders.Remove(alert.Sender);
        return alert;
    }
}
