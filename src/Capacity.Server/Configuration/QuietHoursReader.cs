using System.Globalization;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the hours in which tickets are held.</summary>
internal static class QuietHoursReader
{
    private static readonly DateTimeOffset AnyTime = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, QuietHours> Read(Dictionary<string, ServiceFile.QuietHoursSection>? file, ConfigurationRules rules) =>
        (file ?? []).ToDictionary(q => q.Key, q => Read($"paging.quietHours.{q.Key}", q.Value ?? new(), rules));

    private static QuietHours Read(string name, ServiceFile.QuietHoursSection file, ConfigurationRules rules)
    {
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(file.TimeZone ?? "UTC", out var zone);
        rules.Expect(known, $"{name}.timeZone: '{file.TimeZone}' is no time zone of this machine: write Europe/Berlin.");
        rules.Expect(file.Times is { Count: > 0 }, $"{name}.times is missing: when nobody wants to hear of tickets.");
        var quiet = new QuietHours(zone ?? TimeZoneInfo.Utc, [.. (file.Times ?? []).Select((t, i) => Time($"{name}.times[{i}]", t ?? new(), rules))]);
        rules.Expect(!quiet.IsAlways(AnyTime), $"{name}: all of the week is quiet, and no ticket would ever be told.");
        return quiet;
    }

    private static QuietTime Time(string name, ServiceFile.QuietTimeSection file, ConfigurationRules rules)
    {
        List<DayOfWeek> days = [];
        foreach (var word in file.Days ?? [.. Enum.GetNames<DayOfWeek>()])
        {
            var good = Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) && Enum.IsDefined(day);
            rules.Expect(good, $"{name}.days: '{word}' is no day of the week: write monday.");
            days.Add(day);
        }

        return new(days.ToHashSet(), Clock($"{name}.from", file.From ?? "00:00", rules), Clock($"{name}.until", file.Until ?? "00:00", rules));
    }

    /// <summary>A time on the wall; 24:00 is the beginning of the next day, as 00:00 is.</summary>
    private static TimeOnly Clock(string name, string text, ConfigurationRules rules)
    {
        var good = TimeOnly.TryParseExact(text == "24:00" ? "00:00" : text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        rules.Expect(good, $"{name}: '{text}' is no time of the day: write 18:00.");
        return time;
    }
}
