namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Which demand is meant.</summary>
public enum DemandKind
{
    /// <summary>What is allocated to tasks and executors: what Mesos counts full by.</summary>
    Allocated,

    /// <summary>What containers use.</summary>
    Used,
}
