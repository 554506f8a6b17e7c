using Capacity.Core.Planning.Forecasting.Models;
using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>A series as models see it: without gaps, outliers and shifts, its seasons known.</summary>
internal sealed class PreparedSeries
{
    private readonly int[] periods;
    private readonly int[] named;
    private readonly bool isRatio;

    /// <param name="values">The series without gaps; models see what is left of it after cleaning.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    public PreparedSeries(double[] values, int season)
    {
        Values = values;
        periods = PeriodFinder.Find(values, season);
        named = [.. periods.Where(p => p == season)];
        isRatio = SeasonKind.IsRatio(values, periods);
    }

    /// <summary>Gets the values.</summary>
    public double[] Values { get; }

    /// <summary>Gets whether a season was found that nobody named.</summary>
    public bool HasFoundSeasons => named.Length < periods.Length;

    /// <summary>Gives the view from a moment.</summary>
    /// <param name="count">How many values are known.</param>
    /// <param name="isPlain">Whether seasons that nobody named stay in the series.</param>
    public View From(int count, bool isPlain) => View.Of(Values, count, [.. (isPlain ? named : periods).Where(p => count >= 2 * p)], isRatio);
}
