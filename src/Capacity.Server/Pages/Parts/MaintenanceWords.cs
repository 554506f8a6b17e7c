using Capacity.Server.Live;

namespace Capacity.Server.Pages.Parts;

/// <summary>Windows of maintenance in words.</summary>
internal static class MaintenanceWords
{
    /// <summary>How many machines, and where.</summary>
    public static string Machines(MaintenanceStanding standing) => standing.Zones switch
    {
        [] => Show.Counted(standing.Window.Machines.Count, "machine"),
        [var zone] => $"{Show.Counted(standing.Window.Machines.Count, "machine")} in zone {zone}",
        var zones => $"{Show.Counted(standing.Window.Machines.Count, "machine")} in zones {string.Join(", ", zones)}",
    };

    /// <summary>From when until when, and how far that is.</summary>
    public static string When(MaintenanceStanding standing, DateTimeOffset now)
    {
        var (start, end) = (standing.Window.Start, standing.Window.End);
        var length = end is { } to ? $"{Show.Time(start)} to {Show.Time(to)}" : $"from {Show.Time(start)} until somebody gives them back";
        return standing.StateAt(now) switch
        {
            "planned" => $"{length}, begins in {Show.Span(start - now)}",
            "overdue" => $"{length}, over for {Show.Span(now - end!.Value)} and not lifted",
            _ => end is null ? length : $"{length}, {Show.Span(end.Value - now)} left",
        };
    }

    /// <summary>How its machines are; empty where there is nothing to say.</summary>
    public static string Agents(MaintenanceStanding standing)
    {
        var others = standing.Agents.Count - standing.Down - standing.Draining;
        string[] parts = [standing.Down > 0 ? $"{standing.Down} down" : "", standing.Draining > 0 ? $"{standing.Draining} draining" : "", others > 0 ? $"{others} otherwise" : ""];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }
}
