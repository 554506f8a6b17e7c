using Capacity.Server.Configuration;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>Says when reports are due.</summary>
internal static class ReportWeek
{
    /// <summary>Gives the last moment up to now at which reports were due.</summary>
    public static DateTimeOffset LastDue(ReportSettings settings, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(settings.Hour);
        var due = today.AddDays(-(((int)now.UtcDateTime.DayOfWeek - (int)settings.Day + 7) % 7));
        return due <= now ? due : due.AddDays(-7);
    }
}
