using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides what follows from an attempt to send.</summary>
public static class OutcomePlanner
{
    /// <summary>Decides.</summary>
    /// <param name="sent">The message that was tried, as it is now.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="file">What was told of its incident.</param>
    /// <param name="routing">Who stands in for whom.</param>
    /// <param name="retry">When it is tried again.</param>
    /// <param name="now">The time.</param>
    public static PagingChanges Plan(Delivery sent, SendOutcome outcome, IncidentFile file, RoutingPlan routing, RetrySchedule retry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(retry);
        var tried = sent with { Attempts = sent.Attempts + 1 };
        return outcome switch
        {
            SendOutcome.Taken(var receipt) => Taken(tried with { Receipt = receipt }, file, now),
            SendOutcome.Refused(var reason) => GiveUp(tried with { LastError = reason }, DeliveryState.Refused, file, routing, now),
            SendOutcome.Failed failed => Failed(tried, failed, file, routing, retry, now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
        };
    }

    private static PagingChanges Failed(Delivery tried, SendOutcome.Failed failed, IncidentFile file, RoutingPlan routing, RetrySchedule retry, DateTimeOffset now)
    {
        var unsure = tried with { LastError = failed.Reason, IsUncertain = tried.IsUncertain || failed.IsUncertain };
        if (unsure.IsDone)
        {
            // It was handed over or withdrawn while it was under way.
            return new() { Changed = [unsure] };
        }

        if (now - unsure.PlannedAt >= retry.GiveUpAfter)
        {
            return GiveUp(unsure, DeliveryState.Expired, file, routing, now);
        }

        var delay = retry.Delay(unsure.Key, unsure.Attempts);
        return new() { Changed = [unsure with { DueAt = now + (failed.RetryAfter > delay ? failed.RetryAfter.Value : delay) }] };
    }

    /// <summary>Others who have the same call, or for whom this one stood in, need not be tried any longer.</summary>
    private static PagingChanges Taken(Delivery tried, IncidentFile file, DateTimeOffset now)
    {
        var taken = tried.Done(DeliveryState.Delivered, now);
        List<Delivery> changed = [taken, .. StoodInFor(taken.Key, file).Where(d => !d.IsDone).Select(d => d.Done(DeliveryState.HandedOver, now))];
        if (file.Deliveries.FirstOrDefault(d => d.Key == taken.StandIn && !d.IsDone && !d.IsUncertain && d.PlannedAt > taken.PlannedAt) is { } standIn)
        {
            changed.Add(standIn.Done(DeliveryState.Withdrawn, now));
        }

        changed.AddRange(changed.Skip(1).SelectMany(d => file.Idle(d, now)).ToList());
        return new()
        {
            Changed = changed,
            Incident = taken.Action == DeliveryAction.Page && file.Incident is { ToldAt: null } incident ? incident with { ToldAt = now } : null,
        };
    }

    private static PagingChanges GiveUp(Delivery tried, DeliveryState state, IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        var given = tried.IsDone ? tried : tried.Done(state, now);
        var changes = FallbackPlanner.Plan(given, file, routing, now);
        return changes with { Changed = given.IsCall ? [.. changes.Changed, .. file.Idle(given, now)] : changes.Changed };
    }

    /// <summary>The calls that one stands in for, and those that these stand in for.</summary>
    private static List<Delivery> StoodInFor(string key, IncidentFile file)
    {
        List<Delivery> found = [];
        HashSet<string> keys = [key];
        while (file.Deliveries.FirstOrDefault(d => d.StandIn is { } other && keys.Contains(other) && !keys.Contains(d.Key)) is { } next)
        {
            keys.Add(next.Key);
            found.Add(next);
        }

        return found;
    }
}
