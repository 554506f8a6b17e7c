namespace Capacity.Core.RightSizing.Risk;

/// <summary>How uneven a level was from day to day, as one number: what says most about how far it may rise next week.</summary>
public static class Spreads
{
    /// <summary>The share of the days that make the upper tail.</summary>
    private const double TailRatio = 0.25;

    /// <summary>Computes the mean logarithmic excess of the highest days over the next lower one (Hill's estimator of the tail index).</summary>
    /// <param name="days">The level of each day, any order; days at zero or below are left out.</param>
    /// <returns>0 for an even level; about ln 2 where the highest days are twice the usual ones.</returns>
    /// <remarks>B. M. Hill, A simple general approach to inference about the tail of a distribution, Annals of Statistics 3 (1975).</remarks>
    public static double Hill(IEnumerable<double> days)
    {
        var sorted = days.Where(d => d > 0).OrderDescending().ToArray();
        if (sorted.Length < 3)
        {
            return 0;
        }

        var top = Math.Max(2, (int)Math.Round(sorted.Length * TailRatio));
        top = Math.Min(top, sorted.Length - 1);
        return sorted.Take(top).Average(d => Math.Log(d / sorted[top]));
    }
}
