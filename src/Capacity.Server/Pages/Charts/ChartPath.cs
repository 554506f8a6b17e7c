using System.Globalization;
using System.Text;

namespace Capacity.Server.Pages.Charts;

/// <summary>Draws a line into a field of 1000 by 100. A gap in the data is a gap in the line; a figure between two gaps is a dot.</summary>
public static class ChartPath
{
    /// <summary>How wide the field is.</summary>
    public const double Width = 1000;

    /// <summary>How high the field is.</summary>
    public const double Height = 100;

    /// <summary>Where the middle of a bucket is.</summary>
    public static double X(int bucket, int count) => Width * (bucket + 0.5) / Math.Max(1, count);

    /// <summary>Writes the path of a line.</summary>
    public static string Of(IReadOnlyList<double?> values, double top)
    {
        ArgumentNullException.ThrowIfNull(values);
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not double value)
            {
                continue;
            }

            var goesOn = i > 0 && values[i - 1] is not null;
            path.Append(goesOn ? 'L' : 'M').Append(Text(X(i, values.Count))).Append(' ').Append(Text(Height - (Height * value / top)));
            if (!goesOn && (i + 1 == values.Count || values[i + 1] is null))
            {
                path.Append("h.01");
            }
        }

        return path.ToString();
    }

    /// <summary>Writes the outline of the band between two lines, which have the same gaps.</summary>
    public static string Band(IReadOnlyList<double?> low, IReadOnlyList<double?> high, double top)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        int[] known = [.. Enumerable.Range(0, low.Count).Where(i => low[i] is not null && high[i] is not null)];
        var corners = known.Select(i => (Bucket: i, Value: high[i]!.Value)).Concat(known.Reverse().Select(i => (Bucket: i, Value: low[i]!.Value)));
        return known.Length == 0 ? string.Empty : $"M{string.Join('L', corners.Select(c => $"{Text(X(c.Bucket, low.Count))} {Text(Height - (Height * c.Value / top))}"))}Z";
    }

    // A tenth of the field's unit is less than what a screen shows, and long series are many figures.
    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
