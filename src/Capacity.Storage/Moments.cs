namespace Capacity.Storage;

/// <summary>Time as tables keep it: whole microseconds since 1970 in UTC.</summary>
internal static class Moments
{
    public const long PerSecond = 1_000_000;
    public const long PerDay = 86_400 * PerSecond;

    /// <summary>The length of a bucket of downsampled data.</summary>
    public const long FiveMinutes = 300 * PerSecond;

    public const long Hour = 3600 * PerSecond;

    public static long ToMicroseconds(this DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static long ToMicroseconds(this TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    public static long ToMicroseconds(this DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * PerDay;

    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
