using Capacity.Simulator;

namespace Capacity.Cli.Demo;

/// <summary>Writes the configuration with which <c>capacity serve</c> watches the cluster of the demo.</summary>
internal static class DemoConfiguration
{
    /// <summary>Writes the text of the file.</summary>
    /// <param name="plan">What is shown.</param>
    /// <param name="cluster">The cluster, running.</param>
    /// <param name="data">The folder for samples and state.</param>
    public static string Write(DemoPlan plan, SimulatedCluster cluster, string data) => $"""
        # The configuration of the demo: that of any other cluster.
        cluster:
          name: demo
          masters: [{Urls(cluster.MasterUrls)}]
          marathons: [{Urls(cluster.MarathonUrls)}]
          zooKeepers: [{string.Join(", ", cluster.ZooKeeperServers.Select(z => $"'{z}'"))}]
        collection:
          interval: {plan.Interval.TotalMinutes:0}m
          zooKeeperInterval: 1h
          mastersInterval: {plan.Interval.TotalMinutes:0}m
          timeout: 10s
        web:
          listen: '{plan.Listen}'
        storage:
          folder: '{data.Replace("'", "''", StringComparison.Ordinal)}'

        """;

    private static string Urls(IEnumerable<Uri> urls) => string.Join(", ", urls.Select(u => $"'{u.GetLeftPart(UriPartial.Authority)}'"));
}
