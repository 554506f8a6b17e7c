using System.Globalization;

namespace Capacity.Simulator.Faults;

/// <summary>Reads times such as <c>90s</c> and <c>1h30m</c>.</summary>
internal static class Durations
{
    /// <returns>The time, or <see langword="null"/> where the text is none or it is over a thousand days.</returns>
    public static TimeSpan? TryParse(ReadOnlySpan<char> text)
    {
        var total = TimeSpan.Zero;
        if (text.IsEmpty)
        {
            return null;
        }

        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 6 || !int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return null;
            }

            TimeSpan? unit = text[digits] switch
            {
                's' => TimeSpan.FromSeconds(1),
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                _ => null,
            };
            if (unit is not { } length)
            {
                return null;
            }

            total += length * count;
            text = text[(digits + 1)..];
        }

        return total <= TimeSpan.FromDays(1000) ? total : null;
    }
}
