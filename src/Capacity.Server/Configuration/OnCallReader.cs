using System.Globalization;
using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>onCall</c>.</summary>
internal static class OnCallReader
{
    private const int MostShifts = 50;

    public static ShiftPlan Read(ServiceFile.OnCallSection? file, ConfigurationRules rules)
    {
        file ??= new();
        var standard = ShiftPlan.Default;
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(file.TimeZone ?? standard.Zone.Id, out var zone);
        rules.Expect(isKnown, $"onCall.timeZone: '{file.TimeZone}' is no time zone of this machine: write Europe/Berlin.");
        rules.Expect(file.Shifts is not { Count: 0 or > MostShifts }, $"onCall.shifts: from 1 to {MostShifts} of them.");
        return new(
            zone ?? TimeZoneInfo.Utc,
            file.Shifts is null ? standard.Shifts : [.. file.Shifts.Select((s, i) => Read($"onCall.shifts[{i}]", s ?? new(), rules))],
            Time("onCall.nightFrom", file.NightFrom, standard.NightFrom, rules),
            Time("onCall.nightTo", file.NightTo, standard.NightTo, rules));
    }

    private static Shift Read(string name, ServiceFile.ShiftSection file, ConfigurationRules rules)
    {
        rules.Expect(!string.IsNullOrWhiteSpace(file.Name), $"{name}.name is missing: what the shift is called.");
        rules.Expect(file.From is not null && file.To is not null, $"{name}: say from and to, such as '08:00' and '20:00'.");
        return new(
            file.Name?.Trim() ?? "",
            Time($"{name}.from", file.From, default, rules),
            Time($"{name}.to", file.To, default, rules),
            [.. (file.Days ?? []).Select(d => Day($"{name}.days", d, rules))]);
    }

    private static TimeOnly Time(string name, string? text, TimeOnly standard, ConfigurationRules rules)
    {
        var time = standard;
        rules.Expect(
            text is null || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time), $"{name}: '{text}' is no time of day: write '08:00'.");
        return time;
    }

    private static DayOfWeek Day(string name, string? text, ConfigurationRules rules)
    {
        var isDay = Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !int.TryParse(text, CultureInfo.InvariantCulture, out _);
        rules.Expect(isDay, $"{name}: '{text}' is no day: write monday.");
        return day;
    }
}
