using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Spends a fleet's risk where it saves most: one price of risk for all apps, so that the mean risk is as asked.</summary>
/// <remarks>
/// Minimising the sum of sizes subject to a mean risk asks that the last core taken away adds as much risk in one app as in any other (the
/// Lagrange condition). Large apps are then sized closely and small ones generously, for there room is cheap.
/// </remarks>
public static class RiskBudget
{
    private const int Halvings = 40;

    /// <summary>Finds the price of risk at which the mean risk is at most the target.</summary>
    /// <param name="curves">The curve of each app, and how many instances it stands for.</param>
    /// <param name="target">The mean risk per instance, 0 to 1.</param>
    /// <param name="most">The highest risk of any one app.</param>
    /// <returns>What a risk of 1 costs, in the unit of the resource.</returns>
    public static double PriceFor(IReadOnlyCollection<(RiskCurve Curve, double Instances)> curves, double target, double most)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var instances = curves.Sum(c => c.Instances);
        if (instances <= 0)
        {
            return double.PositiveInfinity;
        }

        var (low, high) = (Math.Log(1e-6), Math.Log(1e18));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var price = Math.Exp(middle);
            var risk = curves.Sum(c => c.Instances * c.Curve[c.Curve.Cheapest(price, most)]) / instances;
            (low, high) = risk <= target ? (low, middle) : (middle, high);
        }

        return Math.Exp(high);
    }
}
