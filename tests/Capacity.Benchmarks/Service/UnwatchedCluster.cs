namespace Capacity.Benchmarks.Service;

/// <summary>Configurations of a service that is measured by its alerts alone: its master does not answer, and is rarely asked.</summary>
internal static class UnwatchedCluster
{
    /// <summary>Writes one, to which sections other than <c>cluster</c>, <c>collection</c>, <c>web</c> and <c>storage</c> can be added.</summary>
    /// <param name="folder">Where the service keeps what it knows.</param>
    public static string Yaml(string folder) =>
        $$"""
        cluster: { masters: ['http://127.0.0.1:9'] }
        collection: { interval: 15m, mastersInterval: 15m, zooKeeperInterval: 15m }
        web: { listen: 'http://127.0.0.1:0' }
        storage: { folder: '{{folder}}' }

        """;
}
