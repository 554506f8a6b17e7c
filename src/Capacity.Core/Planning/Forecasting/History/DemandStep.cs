namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>The stretch of time that one value of a demand stands for.</summary>
public enum DemandStep
{
    /// <summary>An hour: the mean of the looks in it.</summary>
    Hour,

    /// <summary>A day in UTC: a high hour of it.</summary>
    Day,
}
