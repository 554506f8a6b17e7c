namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>How soon somebody has to act.</summary>
public enum RunOutLevel
{
    /// <summary>There is time.</summary>
    None,

    /// <summary>It is time to plan: it is more likely than not full within twice the lead time, or may be within the lead time.</summary>
    Warning,

    /// <summary>It is late: it is more likely than not full before machines that are ordered now would run.</summary>
    Critical,
}
