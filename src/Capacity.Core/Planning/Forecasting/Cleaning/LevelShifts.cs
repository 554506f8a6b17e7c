namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Finds the moments at which a series went to another level and stayed there, such as a clean-up or a customer who moved in.</summary>
internal static class LevelShifts
{
    private const int Reach = 7;
    private const int FewestAfter = 3;

    /// <summary>How many spreads of usual changes a shift is.</summary>
    private const double Far = 4;

    /// <summary>How many times as large a shift is as the largest change elsewhere.</summary>
    private const double Beyond = 1.2;

    /// <summary>How many reaches to each side are looked at to tell how large a shift is.</summary>
    private const int Around = 3;

    /// <summary>How many standard errors of a new gain do not count: a date that comes too soon does less harm than one that comes too late.</summary>
    private const double Doubt = 0.5;

    /// <summary>More shifts than this in one direction are how the series grows.</summary>
    private const int Most = 2;

    /// <summary>Finds the shifts.</summary>
    /// <param name="levels">The series without its seasons and outliers.</param>
    /// <param name="season">The season in steps: levels are compared over whole ones, or over a week of steps.</param>
    /// <returns>When each shift came, and by how much, the earliest first.</returns>
    public static IReadOnlyList<(int At, double Amount)> Find(double[] levels, int season)
    {
        var reach = Math.Max(Reach, season);
        var fewest = season > Reach ? season : FewestAfter;
        if (levels.Length < 6 * reach)
        {
            return [];
        }

        var changes = new double[levels.Length];
        for (var t = reach; t <= levels.Length - fewest; t++)
        {
            var after = Math.Min(reach, levels.Length - t);
            changes[t] = Mean(levels, t, after) - Mean(levels, t - reach, reach);
        }

        var usual = changes.AsSpan(reach, levels.Length - (2 * reach) + 1);
        var middle = Medians.Of(usual);
        var spread = Medians.Spread(usual, middle);
        var found = new List<(int At, double Amount)>();
        for (var t = reach; spread > 0 && t <= levels.Length - fewest; t++)
        {
            var amount = changes[t] - middle;
            var after = Math.Min(reach, levels.Length - t);
            var isPeak = Math.Abs(amount) > Far * spread * Math.Sqrt((double)reach / after) && IsLargest(changes, middle, t, reach);
            if (isPeak && (found.Count == 0 || t - found[^1].At >= reach))
            {
                found.Add((t, amount));
            }
        }

        // What is much like the rest of the changes is how the series moves.
        var elsewhere = Enumerable.Range(reach, levels.Length - (2 * reach) + 1).Where(t => !found.Exists(f => Math.Abs(f.At - t) < reach)).Max(t => (double?)Math.Abs(changes[t] - middle)) ?? 0;
        found.RemoveAll(f => Math.Abs(f.Amount) < Beyond * elsewhere);
        int[] moments = [.. found.Where(f => found.Count(o => Math.Sign(o.Amount) == Math.Sign(f.Amount)) <= Most).Select(f => f.At)];
        return [.. moments.Select((at, i) => (at, Amount(levels, at, i == 0 ? 0 : moments[i - 1], i == moments.Length - 1 ? levels.Length : moments[i + 1], reach, middle / reach, spread)))];
    }

    /// <summary>How large a shift is, by as much of what lies around it as moves little by itself. Of a gain that is new, only as much counts as the few days since make likely.</summary>
    private static double Amount(double[] levels, int at, int since, int until, int reach, double growth, double spread)
    {
        var (before, after) = (Math.Min(at - since, Around * reach), Math.Min(until - at, Around * reach));
        var amount = Mean(levels, at, after) - Mean(levels, at - before, before) - (growth * (before + after) / 2);
        var isNewGain = amount < 0 && until == levels.Length && after < Around * reach;
        return isNewGain ? Math.Min(0, amount + (Doubt * spread * Math.Sqrt(reach / (2.0 * after)))) : amount;
    }

    private static double Mean(double[] levels, int start, int count)
    {
        var sum = 0.0;
        for (var t = start; t < start + count; t++)
        {
            sum += levels[t];
        }

        return sum / count;
    }

    private static bool IsLargest(double[] changes, double middle, int at, int reach)
    {
        var size = Math.Abs(changes[at] - middle);
        for (var t = Math.Max(0, at - reach + 1); t < Math.Min(changes.Length, at + reach); t++)
        {
            if (Math.Abs(changes[t] - middle) > size)
            {
                return false;
            }
        }

        return true;
    }
}
