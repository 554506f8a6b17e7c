namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>Decides how soon somebody has to act.</summary>
/// <remarks>
/// A level begins at its bound, and ends where the dates are a quarter of the bound beyond it, so that forecasts that differ a little from day
/// to day do not end and begin it again and again.
/// </remarks>
public static class RunOutLevels
{
    /// <summary>How much farther away dates have to be for a level to end.</summary>
    public const double Margin = 1.25;

    /// <summary>The lead times within which the middle date warns.</summary>
    public const double WarnWithin = 2;

    /// <summary>Decides.</summary>
    /// <param name="before">The level by the forecast before.</param>
    /// <param name="p10">The time until the early date; <see langword="null"/> where it is beyond the forecast.</param>
    /// <param name="p50">The time until the middle date.</param>
    /// <param name="leadTime">The time from ordering machines until they run.</param>
    public static RunOutLevel Decide(RunOutLevel before, TimeSpan? p10, TimeSpan? p50, TimeSpan leadTime)
    {
        var begins = Level(p10, p50, leadTime);
        var holds = Level(p10, p50, leadTime * Margin);
        return begins >= before ? begins : holds < before ? holds : before;
    }

    private static RunOutLevel Level(TimeSpan? p10, TimeSpan? p50, TimeSpan leadTime) =>
        p50 <= leadTime ? RunOutLevel.Critical
        : p50 <= WarnWithin * leadTime || p10 <= leadTime ? RunOutLevel.Warning
        : RunOutLevel.None;
}
