using Capacity.Simulator;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>A simulated cluster of 60 agents in 5 zones with 4 racks each, three masters, three ZooKeepers and a Marathon.</summary>
internal static class RackedCluster
{
    private const int Blocks = 24;

    /// <summary>Starts it. Masters need hosts of their own to be told apart as machines; another test may have taken the addresses.</summary>
    public static async Task<SimulatedCluster> StartAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var options = new SimulationOptions
            {
                Agents = 60,
                Marathons = 1,
                ContainersTarget = 240,
                Seed = 11,
                DeployInterval = TimeSpan.FromHours(1),
                BindMode = BindMode.Addresses,
                AddressBlock = (Environment.ProcessId + i) % Blocks,
            };
            try
            {
                return await SimulatedCluster.StartAsync(options, TimeProvider.System, cancellationToken);
            }
            catch (IOException) when (i < Blocks)
            {
                // The next block may be free.
            }
        }
    }
}
