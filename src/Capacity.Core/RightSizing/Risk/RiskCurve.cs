using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>The risk that a size is too small, for every bucket of <see cref="LogBuckets"/>: it falls from 1 to 0 as the size grows.</summary>
/// <remarks>For CPU the risk is the share of time with more use than the size, for memory the probability of such a moment within a week.</remarks>
public sealed class RiskCurve
{
    private readonly float[] risk;

    /// <summary>Makes a curve.</summary>
    /// <param name="first">The lowest bucket; below it the risk is 1.</param>
    /// <param name="risk">The risk at each bucket from there on; above them it is 0.</param>
    public RiskCurve(int first, float[] risk) => (First, this.risk) = (first, risk);

    /// <summary>Gets the lowest bucket with a risk below 1.</summary>
    public int First { get; }

    /// <summary>Gets the first bucket without risk.</summary>
    public int End => First + risk.Length;

    /// <summary>Gets the risk of the size that is the upper edge of a bucket.</summary>
    public double this[int index] => index < First ? 1 : index >= End ? 0 : risk[index - First];

    /// <summary>Finds the smallest bucket whose risk is at most so much.</summary>
    public int SmallestWithin(double most)
    {
        for (var i = First; i < End; i++)
        {
            if (risk[i - First] <= most)
            {
                return i;
            }
        }

        return End;
    }

    /// <summary>Finds the bucket at which size and risk together cost least.</summary>
    /// <param name="riskPrice">What a risk of 1 costs, in the unit of the resource.</param>
    /// <param name="mostRisk">The highest risk that is taken, whatever it saves.</param>
    public int Cheapest(double riskPrice, double mostRisk)
    {
        var best = End;
        var bestCost = LogBuckets.UpperEdge(Math.Min(End, LogBuckets.Count - 1));
        for (var i = End - 1; i >= First && risk[i - First] <= mostRisk; i--)
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
