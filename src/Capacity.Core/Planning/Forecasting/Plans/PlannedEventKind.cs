namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>What people may plan.</summary>
public enum PlannedEventKind
{
    /// <summary>Demand comes or goes: new customers, or an app that is switched off.</summary>
    Demand,

    /// <summary>Machines arrive or leave.</summary>
    Machines,

    /// <summary>The right-sizing advice is followed.</summary>
    RightSizing,
}
