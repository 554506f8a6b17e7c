using Capacity.Simulator;

namespace Capacity.Benchmarks.Service;

/// <summary>A simulated cluster that lives by the clock on the wall, in a process of its own. It says where masters, Marathons and ZooKeeper are, a line each.</summary>
internal static class LiveSimulatorChild
{
    public static async Task RunAsync(int agents, CancellationToken cancellationToken)
    {
        await using var cluster = await SimulatedCluster.StartAsync(new() { Seed = 1, Agents = agents, ContainersTarget = 25 * agents }, TimeProvider.System, cancellationToken);
        Console.WriteLine(string.Join(' ', cluster.MasterUrls));
        Console.WriteLine(string.Join(' ', cluster.MarathonUrls));
        Console.WriteLine(string.Join(' ', cluster.ZooKeeperServers));
        await Console.In.ReadToEndAsync(cancellationToken);
    }
}
