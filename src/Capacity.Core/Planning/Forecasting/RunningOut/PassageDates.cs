namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>When simulated courses are first more than there is, and the dates that are read from it.</summary>
/// <remarks>
/// Demand with a week is first too much on a busy day of a week, so steps are likely and unlikely by turns, and a trifle would move a date by a whole week. A moving average over a season
/// takes that out: a date is when the chance, averaged over the season around it, is reached.
/// </remarks>
internal sealed class PassageDates
{
    private readonly int[] until;
    private readonly int paths;
    private readonly int reach;

    /// <param name="passages">The step of each course, the number of steps where it is never too much.</param>
    /// <param name="horizon">The steps of the courses.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    public PassageDates(IReadOnlyList<int> passages, int horizon, int season)
    {
        (paths, reach) = (passages.Count, season / 2);
        until = new int[horizon];
        foreach (var step in passages.Where(p => p < horizon))
        {
            until[step]++;
        }

        for (var h = 1; h < horizon; h++)
        {
            until[h] += until[h - 1];
        }
    }

    /// <summary>Finds the step by which it is full with a probability; <see langword="null"/> where none is.</summary>
    public int? At(double probability)
    {
        for (var h = 0; h < until.Length; h++)
        {
            // Near the ends fewer steps lie around: what is full now is full now, and not half a season later.
            var around = Math.Min(reach, Math.Min(h, until.Length - 1 - h));
            var mean = until.AsSpan(h - around, (2 * around) + 1);
            var sum = 0;
            foreach (var count in mean)
            {
                sum += count;
            }

            if (sum >= probability * paths * mean.Length)
            {
                return h;
            }
        }

        return null;
    }

    /// <summary>Gives the probability of being full before a step, 0 to 1.</summary>
    public double Before(int step) => step < 1 ? 0 : (double)until[Math.Min(step, until.Length) - 1] / paths;
}
