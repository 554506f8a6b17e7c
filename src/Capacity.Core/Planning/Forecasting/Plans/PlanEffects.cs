using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>Works out what planned events change in one demand and its capacity.</summary>
public static class PlanEffects
{
    /// <summary>Works it out. Events before the forecast begins are in its history, and change nothing.</summary>
    public static IReadOnlyList<PlannedChange> Of(IEnumerable<PlannedEvent> events, PlanGround ground)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(ground);
        return [.. events.Select(e => Of(e, ground)).OfType<PlannedChange>().Where(c => c.Amount != 0)];
    }

    private static PlannedChange? Of(PlannedEvent e, PlanGround ground)
    {
        var at = new DateTimeOffset(e.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var step = (int)Math.Floor((at - ground.Start) / ground.Step);
        if (step < 0 || step >= ground.Course.Count)
        {
            return null;
        }

        return e.Kind switch
        {
            PlannedEventKind.Demand => new(e.Name, PlannedKind.Demand, step, Demand(e, ground, ground.Course[step])),
            PlannedEventKind.RightSizing => new(e.Name, PlannedKind.Demand, step, ground.Key.Kind == DemandKind.Allocated ? -(ground.RightSizing ?? 0) : 0),
            _ => new(e.Name, PlannedKind.Capacity, step, e.Machines * ground.MachineAmount(e)),
        };
    }

    /// <summary>Growth is of the part of this demand that lies in the event's cut; of an amount, the part that lies in this one counts.</summary>
    private static double Demand(PlannedEvent e, PlanGround ground, double course) => e.GrowthRatio is double growth
        ? growth * course * ground.Shares.Of(ground.Key.Cut, e.Cut)
        : (e.Amounts[ground.Key.Resource] ?? 0) * ground.Shares.Of(e.Cut, ground.Key.Cut);
}
