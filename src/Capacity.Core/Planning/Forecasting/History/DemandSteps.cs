namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>How long steps are, and their seasons.</summary>
public static class DemandSteps
{
    /// <summary>Gives the length.</summary>
    public static TimeSpan Length(this DemandStep step) => step == DemandStep.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    /// <summary>Gives the season in steps: a day of hours, a week of days.</summary>
    public static int Season(this DemandStep step) => step == DemandStep.Hour ? 24 : 7;

    /// <summary>Gives the begin of the step that a time lies in, in UTC.</summary>
    public static DateTimeOffset Floor(this DemandStep step, DateTimeOffset time) =>
        new(time.UtcTicks / step.Length().Ticks * step.Length().Ticks, TimeSpan.Zero);
}
