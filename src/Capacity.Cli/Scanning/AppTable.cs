using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>A row for each app.</summary>
internal static class AppTable
{
    public static Table Create(IEnumerable<AppFigures> apps)
    {
        var table = Tables.Create("App", "Framework", "Team", "Inst.|r", "Cores|r", "used|r", "not used|r", "Memory|r", "used|r", "not used|r", "Throttled|r", "OOM kills|r");
        foreach (var app in apps)
        {
            table.AddRow(
                Markup.Escape(app.Key.Id),
                Markup.Escape(app.Key.Framework),
                Markup.Escape(app.Team ?? string.Empty),
                Figures.Count(app.Instances),
                Figures.Cores(app.Requested.Cpus),
                Tables.Used(Figures.Cores(app.Usage.Cpus), app.Usage.Cpus?.Cores, app.Requested.Cpus.Cores),
                Figures.Cores(app.Usage.CpusWasted),
                Figures.Bytes(app.Requested.Memory),
                Tables.Used(Figures.Bytes(app.Usage.Memory), app.Usage.Memory?.Bytes, app.Requested.Memory.Bytes),
                Figures.Bytes(app.Usage.MemoryWasted),
                app.ThrottledRatio > 0.05 ? $"[yellow]{Figures.Percent(app.ThrottledRatio)}[/]" : Figures.Percent(app.ThrottledRatio),
                app.MemoryKills switch { null => Figures.Unknown, 0 => "0", var kills => $"[red]{kills}[/]" });
        }

        return table;
    }
}
