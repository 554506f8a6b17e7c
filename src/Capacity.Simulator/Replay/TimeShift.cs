using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Capacity.Simulator.Replay;

/// <summary>Moves points in time as Mesos, Marathon and HTTP write them.</summary>
internal static partial class TimeShift
{
    private const decimal LeastSeconds = 1E8m;

    /// <summary>Whether a number of this name is a point in time.</summary>
    /// <param name="name">Without quotes.</param>
    public static bool IsPointInTime(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("timestamp"u8)
        || name.SequenceEqual("estimated_drain_start_time_seconds"u8)
        || (name.EndsWith("_time"u8) && !name.SequenceEqual("build_time"u8));

    /// <summary>Whether an object of this name, with <c>nanoseconds</c> in it, is a point in time.</summary>
    /// <param name="name">Without quotes.</param>
    public static bool IsObjectInTime(ReadOnlySpan<byte> name) => name.SequenceEqual("start"u8) || IsPointInTime(name);

    /// <summary>Moves seconds, milliseconds, microseconds or nanoseconds since 1970, whichever the size speaks for.</summary>
    /// <returns>The number, or <see langword="null"/> where it is too small for a point in time, such as 0, or no number.</returns>
    public static byte[]? Number(ReadOnlySpan<byte> number, TimeSpan shift)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value < LeastSeconds)
        {
            return null;
        }

        var perSecond = value < LeastSeconds * 1_000 ? 1m : value < LeastSeconds * 1_000_000 ? 1E3m : value < LeastSeconds * 1_000_000_000 ? 1E6m : 1E9m;
        var shifted = value + ((decimal)shift.Ticks / TimeSpan.TicksPerSecond * perSecond);
        var text = number.Contains((byte)'.')
            ? shifted.ToString("0.0######", CultureInfo.InvariantCulture)
            : decimal.Floor(shifted).ToString("0", CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes(text);
    }

    /// <summary>Moves an ISO 8601 instant; keeps its zone and its number of digits.</summary>
    /// <param name="quoted">With quotes.</param>
    /// <returns>The instant with quotes, or <see langword="null"/> where it is none.</returns>
    public static byte[]? Instant(ReadOnlySpan<byte> quoted, TimeSpan shift)
    {
        if (quoted.Length is < 22 or > 40 || quoted[5] != (byte)'-' || quoted[11] != (byte)'T')
        {
            return null;
        }

        var match = Iso8601.Match(Encoding.Latin1.GetString(quoted));
        if (!match.Success || !DateTimeOffset.TryParse(match.Groups["all"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = Math.Min(fraction.Length, 7);
        var format = "yyyy-MM-ddTHH:mm:ss" + (digits > 0 ? "." + new string('f', digits) : "");
        return Encoding.ASCII.GetBytes(
            $"\"{(instant + shift).ToString(format, CultureInfo.InvariantCulture)}{fraction[digits..]}{match.Groups["zone"].Value}\"");
    }

    [GeneratedRegex("""^"(?<all>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d\d:?\d\d))"$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso8601 { get; }
}
