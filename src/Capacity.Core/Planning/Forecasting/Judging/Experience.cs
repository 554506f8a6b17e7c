namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>How the candidates did on all series, and what follows for one of them.</summary>
internal sealed class Experience
{
    /// <summary>How many origins the experience with all series is worth beside those of one.</summary>
    private const double Worth = 2;

    /// <summary>How steeply a weight falls with the relative error: a model that is 9 % worse than the best has half of its weight.</summary>
    private const double Steepness = 8;

    /// <summary>The relative error, as a logarithm, beyond which nothing gets worse.</summary>
    private const double WorstLog = 3;

    /// <summary>What is less than this part of the largest weight is left out.</summary>
    private const double LeastPart = 0.05;

    private readonly double[] usual;

    private Experience(double[] usual) => this.usual = usual;

    /// <summary>Gathers the experience.</summary>
    public static Experience Of(IReadOnlyList<ErrorTable> tables, int candidates)
    {
        var (sums, counts) = (new double[candidates], new int[candidates]);
        foreach (var table in tables.Where(t => t.Origins.Counts.Count > 0))
        {
            var relative = Relative(table, [.. Enumerable.Range(0, table.Origins.Counts.Count)]);
            for (var i = 0; i < candidates; i++)
            {
                if (relative[i] is double r)
                {
                    sums[i] += r;
                    counts[i]++;
                }
            }
        }

        return new([.. sums.Zip(counts, (s, c) => c > 0 ? s / c : WorstLog)]);
    }

    /// <summary>Gives the candidates' weights in a combination; their sum is 1.</summary>
    /// <param name="table">What they lacked in the past.</param>
    /// <param name="origins">Which of the origins count; at least one.</param>
    public double[] Weights(ErrorTable table, IReadOnlyList<int> origins)
    {
        var relative = Relative(table, origins);
        var weights = Array.ConvertAll(relative, _ => 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (relative[i] is double r)
            {
                weights[i] = Math.Exp(-Steepness * ((origins.Count * r) + (Worth * usual[i])) / (origins.Count + Worth));
            }
        }

        var least = LeastPart * weights.Max();
        var sum = weights.Where(w => w >= least).Sum();
        return Array.ConvertAll(weights, w => w >= least ? w / sum : 0);
    }

    private static double?[] Relative(ErrorTable table, IReadOnlyList<int> origins)
    {
        double?[] errors = [.. table.Errors.Select((e, i) => e is null ? (double?)null : table.MeanError(i, origins))];
        var least = Math.Max(errors.Min()!.Value, double.Epsilon);
        return Array.ConvertAll(errors, e => e is double error ? Math.Min(WorstLog, Math.Log(Math.Max(error, least) / least)) : (double?)null);
    }
}
