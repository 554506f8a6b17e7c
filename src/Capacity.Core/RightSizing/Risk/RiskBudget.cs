using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Spends a fleet's risk where it saves most: one price of risk for all apps, so that the mean risk is as asked.</summary>
/// <remarks>
/// Minimising the sum of sizes subject to a mean risk asks that the last core taken away adds as much risk in one app as in any other (the
/// Lagrange condition). Large apps are then sized closely and small ones generously, for there room is cheap.
/// </remarks>
/// <param name="curves">The curve of each app, and how many instances it stands for.</param>
/// <param name="most">The highest risk of any one app.</param>
internal sealed class RiskBudget(IReadOnlyCollection<(RiskCurve Curve, double Instances)> curves, double most)
{
    private const int Halvings = 40;
    private const double Lowest = 1e-6;
    private const double Highest = 1e18;

    private readonly double instances = curves.Sum(c => c.Instances);

    /// <summary>Finds the lowest price of risk at which the mean risk per instance is at most so much; the highest price where there is none.</summary>
    public double PriceForRisk(double target) => Bisect(price => Sum(price, (curve, bucket) => curve[bucket]) <= target * instances).Enough;

    /// <summary>Finds the highest price of risk at which all sizes together are at most so much; the lowest price where there is none.</summary>
    public double PriceForTotal(double total) => Bisect(price => Sum(price, (_, bucket) => LogBuckets.UpperEdge(bucket)) > total).NotYet;

    private double Sum(double price, Func<RiskCurve, int, double> of) => curves.Sum(c => c.Instances * of(c.Curve, c.Curve.Cheapest(price, most)));

    private static (double NotYet, double Enough) Bisect(Func<double, bool> isEnough)
    {
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isEnough(Math.Exp(middle)) ? (low, middle) : (middle, high);
        }

        return (Math.Exp(low), Math.Exp(high));
    }
}
