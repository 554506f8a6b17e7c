using System.Globalization;
using Capacity.Simulator;

namespace Capacity.Benchmarks.Cycle;

/// <summary>The simulated cluster in a process of its own. Its clock moves a minute for each line that it is told.</summary>
internal static class SimulatorChild
{
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(int agents, CancellationToken cancellationToken)
    {
        var time = new ManualTime(Start);
        await using var cluster = await SimulatedCluster.StartAsync(new() { Seed = 1, Agents = agents, ContainersTarget = 25 * agents }, time, cancellationToken);
        Console.WriteLine(string.Join(' ', cluster.MasterUrls));
        Console.WriteLine(string.Join(' ', cluster.MarathonUrls));
        while (await Console.In.ReadLineAsync(cancellationToken) is not null)
        {
            time.Now += Step;
            await cluster.CatchUpAsync(cancellationToken);
            Console.WriteLine(time.Now.ToString("O", CultureInfo.InvariantCulture));
        }
    }
}
