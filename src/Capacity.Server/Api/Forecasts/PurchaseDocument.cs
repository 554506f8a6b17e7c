using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>How many machines of a shape by when keep the probability of running out under the target.</summary>
/// <param name="Shape">Cores and GiB.</param>
/// <param name="Amount">What one of them adds to the effective capacity, in cores, bytes or GPUs.</param>
/// <param name="Machines">How many; 0 where none is needed.</param>
/// <param name="NeededBy">By when they have to run; null where none is needed.</param>
/// <param name="OrderBy">By when they have to be ordered; it may be over.</param>
/// <param name="ProbabilityWithout">The probability of running out within the forecast without them, 0 to 1.</param>
/// <param name="ProbabilityWith">The same with them.</param>
public sealed record PurchaseDocument(
    string Shape, double Amount, int Machines, DateTimeOffset? NeededBy, DateTimeOffset? OrderBy, double ProbabilityWithout, double ProbabilityWith)
{
    internal static PurchaseDocument Of(Outlook outlook, PurchaseAdvice advice) => new(
        advice.Shape.Name, advice.Shape.Amount, advice.Count, outlook.DateOf(advice.NeededBy), outlook.DateOf(advice.OrderBy), advice.ProbabilityWithout, advice.ProbabilityWith);
}
