using System.Globalization;
using Capacity.Simulator;
using Capacity.Simulator.Workload;

namespace Capacity.Cli.Demo;

/// <summary>Tells somebody who sees the demo for the first time what to look at.</summary>
internal static class DemoGuide
{
    /// <summary>Writes the guide.</summary>
    /// <param name="plan">What is shown.</param>
    /// <param name="cluster">The cluster, with the truth about its apps.</param>
    /// <param name="pages">Where the pages are.</param>
    /// <param name="configuration">The file that <c>serve</c> reads.</param>
    public static string Write(DemoPlan plan, SimulatedCluster cluster, string pages, string configuration)
    {
        var root = pages.TrimEnd('/');
        return string.Create(CultureInfo.InvariantCulture, $"""
            A made-up cluster of {plan.Agents} agents, {cluster.PlantedApps.Count} apps, {cluster.MasterUrls.Count} masters and {cluster.ZooKeeperServers.Count} ZooKeeper servers lives {plan.Speed:0.#} times as fast as you:
            a day passes in {Span(86400 / plan.Speed)}. Every few hours of its life something breaks: hosts, racks and zones die, masters are updated, agents drained.

              {root}/             the whole cluster: used, allocated, stranded, what is missing
              {root}/agents       CPU against memory of every agent
              {root}/apps         who wastes most
              {root}/rightsizing  what to ask for instead, with proof
              {root}/incidents    what is wrong and why, and whom that would have woken
              {root}/forecast     when it is full{Growth(plan)}
            {Lines(cluster, root)}
              {root}/metrics      for Prometheus; {root}/openapi/v1.json describes the REST interface

            It is "capacity serve --config {configuration}", run by a fast clock. Ctrl+C ends it.
            """);
    }

    private static string Growth(DemoPlan plan) => plan.MonthlyGrowth == 0 ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $": it grows by {100 * plan.MonthlyGrowth:0} % of its size a month, and ten of its days tell a first date");

    private static string Lines(SimulatedCluster cluster, string root) => string.Join(Environment.NewLine, new[]
    {
        Line(cluster, root, AppKind.TooMuchMemory, "asks for several times the memory it uses"),
        Line(cluster, root, AppKind.TooLittleCpu, "is throttled every day"),
        Line(cluster, root, AppKind.LeakingMemory, "grows until it is killed, again and again"),
    }.OfType<string>());

    private static string? Line(SimulatedCluster cluster, string root, AppKind kind, string what) =>
        cluster.PlantedApps.Where(a => a.Kind == kind).OrderByDescending(a => a.Instances * a.Request.Memory.Bytes).FirstOrDefault() is { } app
            ? $"  {root}/app?framework={Uri.EscapeDataString(app.Key.Framework)}&id={Uri.EscapeDataString(app.Key.Id)}   {what}"
            : null;

    private static string Span(double seconds) => seconds < 90 ? $"{seconds:0} seconds" : seconds < 5400 ? $"{seconds / 60:0} minutes" : $"{seconds / 3600:0.#} hours";
}
