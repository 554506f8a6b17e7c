using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>A row for each app.</summary>
internal static class AppTable
{
    public static FittedTable Create(IEnumerable<AppFigures> apps)
    {
        var table = new FittedTable(
            Column.Name("App"),
            new("Framework", 7),
            new("Team", 6),
            Column.Figure("Inst.", 8),
            Column.Figure("Cores", 1) with { IsGuide = true },
            Column.Figure("used", 5, "CPU used"),
            Column.Figure("not used", 0, "CPU not used"),
            Column.Figure("Memory", 1) with { IsGuide = true },
            Column.Figure("used", 5, "mem used"),
            Column.Figure("not used", 0, "mem not used"),
            Column.Figure("Throttled", 4),
            Column.Figure("OOM kills", 3));
        foreach (var app in apps)
        {
            table.Add(
                Markup.Escape(app.Key.Id),
                Markup.Escape(app.Key.Framework),
                Markup.Escape(app.Team ?? string.Empty),
                Figures.Count(app.Instances),
                Figures.Cores(app.Requested.Cpus),
                Cells.Used(Figures.Cores(app.Usage.Cpus), app.Usage.Cpus?.Cores, app.Requested.Cpus.Cores),
                Figures.Cores(app.Usage.CpusWasted),
                Figures.Bytes(app.Requested.Memory),
                Cells.Used(Figures.Bytes(app.Usage.Memory), app.Usage.Memory?.Bytes, app.Requested.Memory.Bytes),
                Figures.Bytes(app.Usage.MemoryWasted),
                app.ThrottledRatio > 0.05 ? $"[yellow]{Figures.Percent(app.ThrottledRatio)}[/]" : Figures.Percent(app.ThrottledRatio),
                app.MemoryKills switch { null => Figures.Unknown, 0 => "0", var kills => $"[red]{kills}[/]" });
        }

        return table;
    }
}
