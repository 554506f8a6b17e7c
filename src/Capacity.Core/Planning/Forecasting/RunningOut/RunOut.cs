namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>When demand is first more than there is. Steps count from 0 for the next; <see langword="null"/> is later than the forecast reaches, or never.</summary>
/// <param name="P10">The step by which it is full with a probability of one in ten: the early date.</param>
/// <param name="P50">The step by which it is as likely full as not.</param>
/// <param name="P90">The step by which it is full with a probability of nine in ten: the late date.</param>
/// <param name="ProbabilityBeforeLeadTime">The probability that it is full before machines ordered now would run, 0 to 1; of what the forecast reaches where that is less.</param>
/// <param name="ProbabilityWithinHorizon">The probability that it is full within the forecast, 0 to 1.</param>
public sealed record RunOut(int? P10, int? P50, int? P90, double ProbabilityBeforeLeadTime, double ProbabilityWithinHorizon)
{
    /// <summary>Simulates when it is full.</summary>
    public static RunOut Of(Forecast forecast, RunOutQuestion question)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(question);
        var room = question.Room(forecast.Point.Count);
        var dates = new PassageDates([.. DemandPaths.Simulate(forecast, question.Paths, question.Seed).Select(p => FirstPassage(p, room))], room.Length, question.Season);
        return new(dates.At(0.1), dates.At(0.5), dates.At(0.9), dates.Before(question.LeadTime), dates.Before(room.Length));
    }

    /// <summary>Finds the first step with more demand than room; the number of steps where there is none.</summary>
    internal static int FirstPassage(double[] demand, double[] room)
    {
        var h = 0;
        while (h < demand.Length && demand[h] <= room[h])
        {
            h++;
        }

        return h;
    }
}
