using System.Globalization;

namespace Capacity.Core.Units;

/// <summary>Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</summary>
public static class DurationText
{
    /// <summary>What to tell somebody who wrote something else.</summary>
    public const string Expected = "write a number and its unit, such as 500ms, 30s, 5m, 2h or 1d";

    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>Reads a duration of zero or more and less than ten years.</summary>
    /// <returns>The duration, or <see langword="null"/> where the text is none.</returns>
    public static TimeSpan? TryParse(string? text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value >= 0 && value * seconds < TimeSpan.FromDays(3650).TotalSeconds)
            {
                return TimeSpan.FromSeconds(value * seconds);
            }
        }

        return null;
    }
}
