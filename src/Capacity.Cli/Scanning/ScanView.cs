using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>Shows a scan to a person: the cluster first, then where to look, then what to know before believing it.</summary>
internal sealed class ScanView(IAnsiConsole console, int top)
{
    private const int BarWidth = 12;

    public void Show(ScanReport report)
    {
        ShowHeader(report);
        ShowGroup(report.Cluster);
        ShowLargest(report.LargestTasks);
        ShowZones(report.Zones);
        ShowApps(report);
        ShowAgents(report);
        ShowZooKeeper(report.Picture.ZooKeeper);
        ShowWarnings(report.Warnings);
    }

    private void ShowHeader(ScanReport report)
    {
        var leader = report.Picture.Leader is { } l ? $"led by {l.Address}" : "without a leader";
        var states = string.Join(", ", report.Cluster.Agents.Select(s => $"{s.Value} {Words(s.Key)}"));
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Mesos cluster {leader}[/] · agents: {states} · {Figures.Count(report.Containers.Count)} containers in {Figures.Count(report.Apps.Count)} apps");
        console.MarkupLineInterpolated($"[dim]{report.Samples} samples from {report.From:yyyy-MM-dd HH:mm:ss} to {report.To:HH:mm:ss} UTC; used = mean CPU between them, memory that cannot be taken back[/]");
        console.WriteLine();
    }

    private void ShowGroup(GroupFigures g)
    {
        var table = Table("", "Total|r", "Allocated|r", "Used|r", "Allocated, not used|r", "Free|r", "Stranded|r", "█ used ▒ allocated");
        table.AddRow(
            "CPU cores",
            Figures.Cores(g.Total.Cpus),
            Part(Figures.Cores(g.Allocated.Cpus), g.Allocated.Cpus.Cores, g.Total.Cpus.Cores),
            Part(Figures.Cores(g.Usage.Cpus), g.Usage.Cpus?.Cores, g.Total.Cpus.Cores),
            Figures.Cores(g.Usage.CpusWasted),
            Figures.Cores(g.Free.Cpus),
            Part(Figures.Cores(g.Stranded.Cpus), g.Stranded.Cpus.Cores, g.Total.Cpus.Cores),
            CpuBar(g.Usage, g.Allocated, g.Total));
        table.AddRow(
            "Memory",
            Figures.Bytes(g.Total.Memory),
            Part(Figures.Bytes(g.Allocated.Memory), g.Allocated.Memory.Bytes, g.Total.Memory.Bytes),
            Part(Figures.Bytes(g.Usage.Memory), g.Usage.Memory?.Bytes, g.Total.Memory.Bytes),
            Figures.Bytes(g.Usage.MemoryWasted),
            Figures.Bytes(g.Free.Memory),
            Part(Figures.Bytes(g.Stranded.Memory), g.Stranded.Memory.Bytes, g.Total.Memory.Bytes),
            MemoryBar(g.Usage, g.Allocated, g.Total));
        if (g.Total.Disk > MemorySize.Zero)
        {
            table.AddRow("Disk", Figures.Bytes(g.Total.Disk), Part(Figures.Bytes(g.Allocated.Disk), g.Allocated.Disk.Bytes, g.Total.Disk.Bytes), Figures.Unknown, Figures.Unknown, Figures.Bytes(g.Free.Disk), Figures.Unknown, string.Empty);
        }

        if (g.Total.Gpus > 0)
        {
            table.AddRow("GPUs", Figures.Count(g.Total.Gpus), Part(Figures.Count(g.Allocated.Gpus), g.Allocated.Gpus, g.Total.Gpus), Figures.Unknown, Figures.Unknown, Figures.Count(g.Free.Gpus), Figures.Unknown, string.Empty);
        }

        console.Write(table);
        if (g.SizeUnknown > 0)
        {
            console.MarkupLineInterpolated($"[yellow]These sums lack {g.SizeUnknown} agents that belong to the cluster and whose size is not known now.[/]");
        }

        if (g.Unusable.Cpus > CpuCores.Zero || g.Unusable.Memory > MemorySize.Zero)
        {
            console.MarkupLineInterpolated($"Besides, {g.Unusable.Cpus} cores and {g.Unusable.Memory} are free on agents that take no new tasks.");
        }
    }

    private void ShowLargest(IReadOnlyList<LargestTask> tasks)
    {
        console.WriteLine();
        foreach (var task in tasks)
        {
            var who = task.Role == Roles.Any ? "Largest task that still fits" : $"… for role {task.Role}";
            console.MarkupLineInterpolated($"[bold]{who}[/]  by CPU: {Describe(task.ByCpu)}  by memory: {Describe(task.ByMemory)}");
        }
    }

    private static string Describe(Room? room) => room is null ? "none" : $"{room.Free.Cpus} cores + {room.Free.Memory} ({room.Agent})";

    private void ShowZones(IReadOnlyList<GroupFigures> zones)
    {
        if (zones is [{ Name: null }])
        {
            return;
        }

        Title("Zones");
        var table = Table("Zone", "Agents|r", "Containers|r", "Cores|r", "Allocated|r", "Used|r", "Stranded|r", "CPU", "Memory|r", "Allocated|r", "Used|r", "Stranded|r", "Memory");
        foreach (var z in zones)
        {
            table.AddRow(
                Markup.Escape(z.Name ?? "(none)"),
                Figures.Count(z.Agents.Values.Sum()),
                Figures.Count(z.Usage.Containers),
                Figures.Cores(z.Total.Cpus),
                Figures.Percent(Figures.Ratio(z.Allocated.Cpus.Cores, z.Total.Cpus.Cores)),
                Figures.Percent(Figures.Ratio(z.Usage.Cpus?.Cores, z.Total.Cpus.Cores)),
                Figures.Cores(z.Stranded.Cpus),
                CpuBar(z.Usage, z.Allocated, z.Total),
                Figures.Bytes(z.Total.Memory),
                Figures.Percent(Figures.Ratio(z.Allocated.Memory.Bytes, z.Total.Memory.Bytes)),
                Figures.Percent(Figures.Ratio(z.Usage.Memory?.Bytes, z.Total.Memory.Bytes)),
                Figures.Bytes(z.Stranded.Memory),
                MemoryBar(z.Usage, z.Allocated, z.Total));
        }

        console.Write(table);
    }

    private void ShowApps(ScanReport report)
    {
        Title(report.Apps.Count > top ? $"Apps, the {top} most wasteful of {Figures.Count(report.Apps.Count)}" : "Apps, the most wasteful first");
        var table = Table("App", "Framework", "Team", "Inst.|r", "Cores|r", "used|r", "not used|r", "Memory|r", "used|r", "not used|r", "Throttled|r", "OOM kills|r");
        foreach (var app in report.Apps.Take(top))
        {
            table.AddRow(
                Markup.Escape(app.Key.Id),
                Markup.Escape(app.Key.Framework),
                Markup.Escape(app.Team ?? string.Empty),
                Figures.Count(app.Instances),
                Figures.Cores(app.Requested.Cpus),
                Used(Figures.Cores(app.Usage.Cpus), app.Usage.Cpus?.Cores, app.Requested.Cpus.Cores),
                Figures.Cores(app.Usage.CpusWasted),
                Figures.Bytes(app.Requested.Memory),
                Used(Figures.Bytes(app.Usage.Memory), app.Usage.Memory?.Bytes, app.Requested.Memory.Bytes),
                Figures.Bytes(app.Usage.MemoryWasted),
                app.ThrottledRatio > 0.05 ? $"[yellow]{Figures.Percent(app.ThrottledRatio)}[/]" : Figures.Percent(app.ThrottledRatio),
                app.MemoryKills switch { null => Figures.Unknown, 0 => "0", var kills => $"[red]{kills}[/]" });
        }

        console.Write(table);
    }

    private void ShowAgents(ScanReport report)
    {
        var ordered = report.Agents
            .OrderBy(a => a.Agent.State == AgentState.Active)
            .ThenByDescending(a => a.Stranded.Cpus.Cores + (a.Stranded.Memory.Bytes / (double)(1L << 33)))
            .ThenBy(a => a.Agent.Name.Hostname, StringComparer.Ordinal)
            .ToList();
        Title(ordered.Count > top ? $"Agents, unwell and most stranded first ({top} of {Figures.Count(ordered.Count)})" : "Agents, unwell and most stranded first");
        var table = Table("Agent", "Zone", "State", "Cont.|r", "Cores|r", "allocated|r", "used|r", "stranded|r", "CPU", "Memory|r", "allocated|r", "used|r", "stranded|r", "Memory");
        foreach (var a in ordered.Take(top))
        {
            var resources = a.Agent.Resources;
            table.AddRow(
                Markup.Escape(a.Agent.Name.ToString()),
                Markup.Escape(a.Agent.Zone ?? string.Empty),
                a.Agent.State == AgentState.Active ? "active" : $"[yellow]{Words(a.Agent.State)}[/]",
                Figures.Count(a.Usage.Containers),
                Figures.Cores(resources?.Total.Cpus),
                Figures.Cores(resources?.Allocated.Cpus),
                Figures.Cores(a.Usage.Cpus),
                Figures.Cores(a.Stranded.Cpus),
                CpuBar(a.Usage, resources?.Allocated ?? default, resources?.Total ?? default),
                Figures.Bytes(resources?.Total.Memory),
                Figures.Bytes(resources?.Allocated.Memory),
                Figures.Bytes(a.Usage.Memory),
                Figures.Bytes(a.Stranded.Memory),
                MemoryBar(a.Usage, resources?.Allocated ?? default, resources?.Total ?? default));
        }

        console.Write(table);
    }

    private void ShowZooKeeper(ZooKeeperOverview? overview)
    {
        if (overview is null)
        {
            return;
        }

        Title("ZooKeeper");
        foreach (var server in overview.Readings.OfType<ZooKeeperReading.Answered>().Select(r => r.Server))
        {
            console.MarkupLineInterpolated(
                $"{server.Address}  {Words(server.Mode)}  {server.Version}  {server.ZNodes} znodes, {server.AliveConnections} connections, {server.OutstandingRequests} requests waiting, {server.AverageLatencyMilliseconds:0.#} ms on average");
        }

        if (overview.Survey is { LargestByData: [var largest, ..] } survey)
        {
            console.MarkupLineInterpolated($"{Figures.Count(survey.NodesSeen)} znodes below {string.Join(" and ", survey.Roots)}; the largest is {largest.Path} with {largest.DataBytes} bytes");
        }
    }

    private void ShowWarnings(IReadOnlyList<ScanWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        Title(warnings.Count == 1 ? "1 warning" : $"{Figures.Count(warnings.Count)} warnings");
        foreach (var warning in warnings.OrderByDescending(w => w.MakesPartial).Take(Math.Max(top, 20)))
        {
            console.MarkupLineInterpolated($"[{(warning.MakesPartial ? "red" : "yellow")}]![/] {warning.Subject}: {warning.Message}");
        }

        if (warnings.Count > Math.Max(top, 20))
        {
            console.MarkupLineInterpolated($"… and {Figures.Count(warnings.Count - Math.Max(top, 20))} more: --top N or --output json shows them.");
        }
    }

    private void Title(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
        {
            var parts = column.Split('|');
            table.AddColumn(new TableColumn($"[dim]{parts[0]}[/]") { NoWrap = true, Alignment = parts.Length > 1 ? Justify.Right : Justify.Left });
        }

        return table;
    }

    private static string Part(string text, double? part, double whole) => part is null ? text : $"{text} [dim]{Figures.Percent(Figures.Ratio(part, whole))}[/]";

    private static string Used(string text, double? used, double requested) => used > requested ? $"[yellow]{text}[/]" : text;

    private static string CpuBar(UsageFigures usage, ResourceVector allocated, ResourceVector total) => total.Cpus == CpuCores.Zero
        ? string.Empty
        : Bars.Draw(usage.Cpus?.Cores / total.Cpus.Cores, allocated.Cpus.Cores / total.Cpus.Cores, BarWidth);

    private static string MemoryBar(UsageFigures usage, ResourceVector allocated, ResourceVector total) => total.Memory == MemorySize.Zero
        ? string.Empty
        : Bars.Draw((double?)usage.Memory?.Bytes / total.Memory.Bytes, (double)allocated.Memory.Bytes / total.Memory.Bytes, BarWidth);

    private static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
