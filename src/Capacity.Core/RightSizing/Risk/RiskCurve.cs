using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>The risk that a size is too small, for every bucket of <see cref="LogBuckets"/> that is worth a thought: it falls as the size grows.</summary>
/// <remarks>For CPU the risk is the share of time with more use than the size, for memory the probability of such a moment within a week.</remarks>
public sealed class RiskCurve
{
    private readonly float[] risk;

    /// <summary>Makes a curve.</summary>
    /// <param name="first">The bucket of the smallest size; below it the risk is 1.</param>
    /// <param name="risk">The risk at each bucket from there on, one at least; the last is the largest size that is ever given.</param>
    public RiskCurve(int first, float[] risk) => (First, this.risk) = (first, risk);

    /// <summary>Gets the bucket of the smallest size.</summary>
    public int First { get; }

    /// <summary>Gets the bucket of the largest size: what is left of risk there is taken.</summary>
    public int Last => First + risk.Length - 1;

    /// <summary>Gets the risk of the size that is the upper edge of a bucket.</summary>
    public double this[int index] => index < First ? 1 : risk[Math.Min(index, Last) - First];

    /// <summary>Finds the bucket at which size and risk together cost least.</summary>
    /// <param name="riskPrice">What a risk of 1 costs, in the unit of the resource.</param>
    /// <param name="mostRisk">The highest risk that is taken, whatever it saves.</param>
    public int Cheapest(double riskPrice, double mostRisk)
    {
        var best = Last;
        var bestCost = double.PositiveInfinity;
        for (var i = Last; i >= First && (i == Last || risk[i - First] <= mostRisk); i--)
        {
            var cost = LogBuckets.UpperEdge(i) + (riskPrice * risk[i - First]);
            if (cost < bestCost)
            {
                (best, bestCost) = (i, cost);
            }
        }

        return best;
    }
}
