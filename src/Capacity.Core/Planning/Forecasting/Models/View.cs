using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>What a model sees: the values up to a moment, and the same without their seasons.</summary>
internal sealed class View
{
    private View(double[] values, int count, SeasonalProfile season, double[] levels) => (Values, Count, Season, Levels) = (values, count, season, levels);

    /// <summary>Gets the values; only the first <see cref="Count"/> are known.</summary>
    public double[] Values { get; }

    /// <summary>Gets how many values are known.</summary>
    public int Count { get; }

    /// <summary>Gets the seasons, learnt from the known values.</summary>
    public SeasonalProfile Season { get; }

    /// <summary>Gets the known values without their seasons.</summary>
    public double[] Levels { get; }

    /// <summary>Makes a view.</summary>
    public static View Of(double[] values, int count, int[] periods, bool isRatio)
    {
        var season = SeasonalProfile.Learn(values, count, periods, isRatio);
        var levels = new double[count];
        for (var t = 0; t < count; t++)
        {
            levels[t] = season.Remove(values[t], t);
        }

        return new(values, count, season, levels);
    }

    /// <summary>Puts the seasons back on a level that many steps ahead, 1 for the next.</summary>
    public double Restore(double level, int ahead) => Season.Restore(level, Count - 1 + ahead);
}
