using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>When a capacity is gone; null is later than the forecast reaches.</summary>
/// <param name="P10">The early date: with a probability of one in ten it is gone by then.</param>
/// <param name="P50">The middle date.</param>
/// <param name="P90">The late date.</param>
/// <param name="ProbabilityBeforeLeadTime">The probability that it is gone before machines that are ordered now would run, of what the forecast reaches, 0 to 1.</param>
/// <param name="ProbabilityWithinForecast">The probability that it is gone within the forecast, 0 to 1.</param>
public sealed record RunOutDocument(DateTimeOffset? P10, DateTimeOffset? P50, DateTimeOffset? P90, double ProbabilityBeforeLeadTime, double ProbabilityWithinForecast)
{
    internal static RunOutDocument? Of(Outlook outlook, RunOut? runOut) => runOut is null ? null : new(
        outlook.DateOf(runOut.P10), outlook.DateOf(runOut.P50), outlook.DateOf(runOut.P90), runOut.ProbabilityBeforeLeadTime, runOut.ProbabilityWithinHorizon);
}
