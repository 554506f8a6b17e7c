using System.Buffers.Text;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Reads times as RFC 3339 writes them, with any number of digits after the second, and as Go's tools are content with: without a zone too.</summary>
internal static class AlertTime
{
    private const int Ticks = 7;
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a time.</summary>
    /// <param name="text">The time in UTF-8.</param>
    /// <param name="time">
    /// The time, in whole microseconds; <see langword="null"/> for the beginning of the year 1 and for no text, which mean that it is not set. Nothing is
    /// later than the year 9000.
    /// </param>
    /// <returns>Whether it is a time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Length < 19
            || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':'
            || Number(text[..4]) is not int year || Number(text.Slice(5, 2)) is not int month || Number(text.Slice(8, 2)) is not int day
            || Number(text.Slice(11, 2)) is not int hour || Number(text.Slice(14, 2)) is not int minute || Number(text.Slice(17, 2)) is not int second
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[19..];
        if (!Fraction(ref rest, out var ticks) || Zone(rest) is not TimeSpan zone)
        {
            return false;
        }

        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(ticks - (ticks % TimeSpan.TicksPerMicrosecond));
        if (local.Ticks - zone.Ticks <= 0)
        {
            return true;
        }

        var utc = year > Latest.Year ? Latest : new DateTimeOffset(local.Ticks - zone.Ticks, TimeSpan.Zero);
        time = utc > Latest ? Latest : utc;
        return true;
    }

    private static int? Number(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int value, out var taken, 'D') && taken == digits.Length && value >= 0 && digits[0] is not (byte)'+' ? value : null;

    private static bool Fraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.Length == 0 || rest[0] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        rest = rest[1..];
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var n and >= 0 ? n : rest.Length;
        for (var i = 0; i < Ticks; i++)
        {
            ticks = (ticks * 10) + (i < digits ? rest[i] - '0' : 0);
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static TimeSpan? Zone(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return TimeSpan.Zero;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (5 or 6) || (text.Length == 6 && text[3] != ':')
            || Number(text.Slice(1, 2)) is not int hours || Number(text[^2..]) is not int minutes || hours > 23 || minutes > 59)
        {
            return null;
        }

        var zone = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -zone : zone;
    }
}
