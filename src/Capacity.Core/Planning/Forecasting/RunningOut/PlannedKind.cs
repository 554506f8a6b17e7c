namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>What a planned change changes.</summary>
public enum PlannedKind
{
    /// <summary>What is needed: new customers, or right-sizing that is applied.</summary>
    Demand,

    /// <summary>What is there: machines that arrive or leave.</summary>
    Capacity,
}
