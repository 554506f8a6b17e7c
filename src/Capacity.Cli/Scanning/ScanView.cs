using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>Shows a scan to a person: the cluster first, then where to look, then what to know before believing it.</summary>
internal sealed class ScanView(IAnsiConsole console, int top)
{
    public void Show(ScanReport report)
    {
        ShowHeader(report);
        ClusterTable.Create(report.Cluster).WriteTo(console);
        ShowRemarks(report.Cluster);
        Title("Largest task that still fits");
        LargestTable.Create(report.LargestTasks).WriteTo(console);
        if (report.Zones is not [{ Name: null }])
        {
            Title("Zones");
            ZoneTable.Create(report.Zones).WriteTo(console);
        }

        Title(report.Apps.Count > top ? $"Apps, the {top} most wasteful of {Figures.Count(report.Apps.Count)}" : "Apps, the most wasteful first");
        AppTable.Create(report.Apps.Take(top)).WriteTo(console);
        Title("Agents, unwell and most stranded first" + (report.Agents.Count > top ? $" ({top} of {Figures.Count(report.Agents.Count)})" : string.Empty));
        AgentTable.Create(AgentTable.Worst(report.Agents).Take(top)).WriteTo(console);
        ShowZooKeeper(report.Picture.ZooKeeper);
        ShowWarnings(report.Warnings);
    }

    private void ShowHeader(ScanReport report)
    {
        var leader = report.Picture.Leader is { } l ? $"led by {l.Address}" : "without a leader";
        var states = string.Join(", ", report.Cluster.Agents.Select(s => $"{s.Value} {Phrases.Of(s.Key)}"));
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Mesos cluster {leader}[/] · agents: {states} · {Figures.Count(report.Containers.Count)} containers in {Figures.Count(report.Apps.Count)} apps");
        console.MarkupLineInterpolated($"[dim]{report.Samples} samples from {report.From:yyyy-MM-dd HH:mm:ss} to {report.To:HH:mm:ss} UTC; used = mean CPU between them, memory that cannot be taken back[/]");
        console.WriteLine();
    }

    private void ShowRemarks(GroupFigures g)
    {
        if (g.SizeUnknown > 0)
        {
            console.MarkupLineInterpolated($"[yellow]These sums lack {g.SizeUnknown} agents that belong to the cluster and whose size is not known now.[/]");
        }

        if (g.Unusable.Cpus > CpuCores.Zero || g.Unusable.Memory > MemorySize.Zero)
        {
            console.MarkupLineInterpolated($"Besides, {g.Unusable.Cpus} cores and {g.Unusable.Memory} are free on agents that take no new tasks.");
        }
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
                $"{server.Address}  {Phrases.Of(server.Mode)}  {server.Version}  {server.ZNodes} znodes, {server.AliveConnections} connections, {server.OutstandingRequests} requests waiting, {server.AverageLatencyMilliseconds:0.#} ms on average");
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
}
