using System.Globalization;

namespace Capacity.Core.Units;

/// <summary>Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</summary>
public static class DurationText
{
    /// <summary>What to tell somebody who wrote something else.</summary>
    public const string Expected = "write a number and its unit, such as 500ms, 30s, 5m, 2h or 1d";

    /// <summary>The longest that is taken: ten years.</summary>
    public const string Longest = "3650d";

    private static readonly TimeSpan MostTime = TimeSpan.FromDays(3650);
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>Reads a duration of zero or more and ten years at most.</summary>
    /// <returns>The duration, or <see langword="null"/> where the text is none.</returns>
    public static TimeSpan? TryParse(string? text) => Seconds(text) is double seconds && seconds <= MostTime.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Says what is wrong with a text that <see cref="TryParse"/> does not take.</summary>
    public static string Fault(string? text) => Seconds(text) is null ? $"'{text}' is no duration: {Expected}" : $"'{text}' is longer than {Longest}, the longest that is taken";

    /// <summary>Writes a duration so that <see cref="TryParse"/> reads it again, in the largest unit of which it is a whole number; milliseconds are rounded.</summary>
    public static string Write(TimeSpan duration)
    {
        var milliseconds = Math.Round(duration.TotalMilliseconds);
        var (name, length) = Array.FindLast(Units, u => milliseconds % Math.Round(u.Seconds * 1000) == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / Math.Round(length * 1000):0}{name}");
    }

    private static double? Seconds(string? text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value >= 0)
            {
                return value * seconds;
            }
        }

        return null;
    }
}
