namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Fills what was not measured, so that models may walk over it.</summary>
internal static class Gaps
{
    /// <summary>Fills gaps: with the step from the season before where that is known, else with a straight line; ends are drawn on level. Nothing is filled in that lies beyond what was measured.</summary>
    /// <param name="values">The series; <see cref="double.NaN"/> is a gap. At least one value is known.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    public static double[] Fill(IReadOnlyList<double> values, int season)
    {
        double[] filled = [.. values];
        var (least, most) = (values.Where(double.IsFinite).Min(), values.Where(double.IsFinite).Max());
        var before = -1;
        for (var t = 0; t <= filled.Length; t++)
        {
            if (t < filled.Length && double.IsNaN(filled[t]))
            {
                continue;
            }

            if (t - before > 1)
            {
                Bridge(filled, before, t, season, least, most);
            }

            before = t;
        }

        return filled;
    }

    private static void Bridge(double[] values, int before, int after, int season, double least, double most)
    {
        for (var t = before + 1; t < after; t++)
        {
            values[t] = Between(values, before, after, t);
            if (season > 1 && before >= season)
            {
                // The line is that of the level: the season rides on it.
                var then = after - season < before ? Between(values, before - season, after - season, t - season) : values[before - season];
                values[t] = Math.Clamp(values[t] + values[t - season] - then, least, most);
            }
        }
    }

    private static double Between(double[] values, int before, int after, int at) =>
        before < 0 ? values[after]
        : after >= values.Length ? values[before]
        : values[before] + ((values[after] - values[before]) * (at - before) / (after - before));
}
