namespace Capacity.Benchmarks.Parsing;

/// <summary>All runs of one contestant.</summary>
internal sealed record Result(string Name)
{
    public List<Measurement> Runs { get; } = [];

    /// <summary>Takes the median of a figure over all runs: a noisy machine makes outliers on one side only.</summary>
    public double Median(Func<Measurement, double> figure)
    {
        var ordered = Runs.Select(figure).Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
