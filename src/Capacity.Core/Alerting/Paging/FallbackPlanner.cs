using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides who is told in the place of a receiver that does not take a call.</summary>
public static class FallbackPlanner
{
    /// <summary>Decides. The call goes on waiting for its receiver until the other has it.</summary>
    /// <param name="call">A call that is not told, as it is now.</param>
    /// <param name="file">What was told of its incident.</param>
    /// <param name="routing">Who stands in for whom.</param>
    /// <param name="now">The time.</param>
    public static PagingChanges Plan(Delivery call, IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(routing);
        if (!call.IsCall || call.StandIn is not null || Find(call, file, routing) is not ({ } fallback, var own))
        {
            return new() { Changed = [call] };
        }

        if (own is not null)
        {
            var known = call with { StandIn = own.Key };
            return own.State != DeliveryState.Delivered || known.IsDone
                ? new() { Changed = [known] }
                : new() { Changed = [known.Done(DeliveryState.HandedOver, now), .. file.Idle(known, now)] };
        }

        var standIn = new Delivery
        {
            Key = Delivery.KeyOf(call.Incident, call.Sequence, fallback, call.Step),
            Receiver = fallback,
            Incident = call.Incident,
            Sequence = call.Sequence,
            Action = call.Action,
            Step = call.Step,
            PlannedAt = now,
            DueAt = now,
        };
        var end = file.Incident is { ResolvedAt: not null } over
            ? standIn with { Key = Delivery.KeyOf(over.Incident, over.LastSequence, fallback), Action = DeliveryAction.Resolve, Sequence = over.LastSequence, Step = 0 }
            : null;
        return new() { Changed = [call with { StandIn = standIn.Key }], Added = end is null ? [standIn] : [standIn, end] };
    }

    /// <summary>Finds the first that stands in and has not failed with the same call, and the call that it has by its own route.</summary>
    private static (string? Fallback, Delivery? Own) Find(Delivery call, IncidentFile file, RoutingPlan routing)
    {
        HashSet<string> asked = [call.Receiver];
        for (var name = routing.TraitsOf(call.Receiver).Fallback; name is not null && asked.Add(name); name = routing.TraitsOf(name).Fallback)
        {
            var own = file.Deliveries.FirstOrDefault(d => d.Receiver == name && d.Action == call.Action && d.Sequence >= call.Sequence);
            if (own is null || own.IsTold || !own.IsDone)
            {
                return (name, own);
            }
        }

        return default;
    }
}
