using System.Globalization;

namespace Capacity.Benchmarks.Cycle;

/// <summary>Measures cycles of the service over a simulated cluster, and of Prometheus over as many series; each of them is a process of its own.</summary>
internal static class CycleBenchmark
{
    private const int Agents = 1_000;
    private const int WarmUps = 5;
    private const double Megabyte = 1e6;
    private static readonly TimeSpan PeerInterval = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(int cycles, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-cycle-").FullName;
        try
        {
            var ours = await OursAsync("Capacity", ServiceChild.Everything, cycles, folder, cancellationToken);
            var storing = await OursAsync("Capacity, collecting and storing alone", ServiceChild.StoringAlone, cycles, folder, cancellationToken);
            if (PrometheusPeer.Find() is not { } program)
            {
                Say($"Prometheus is not installed (Debian: apt-get install --no-install-recommends prometheus): nothing to compare with.");
                return;
            }

            var peer = await PeerAsync(program, cycles, folder, cancellationToken);
            Say($"Capacity takes {ours.CpuSeconds / peer.CpuSeconds:f2} of Prometheus's CPU and {ours.ResidentBytes / peer.ResidentBytes:f2} of its memory; to collect and store alone {storing.CpuSeconds / peer.CpuSeconds:f2} and {storing.ResidentBytes / peer.ResidentBytes:f2}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<CycleCost> OursAsync(string name, string work, int cycles, string folder, CancellationToken cancellationToken)
    {
        using var simulator = Child.Start("simulate", Agents.ToString(CultureInfo.InvariantCulture));
        var masters = await simulator.HearAsync(cancellationToken);
        var marathons = await simulator.HearAsync(cancellationToken);
        using var service = Child.Start("watch", work, Path.Combine(folder, work), masters, marathons);
        List<double> walls = [];
        List<double> resident = [];
        var (cpu, simulating) = (TimeSpan.Zero, TimeSpan.Zero);
        var last = string.Empty;
        for (var cycle = -WarmUps; cycle < cycles; cycle++)
        {
            if (cycle == 0)
            {
                (cpu, simulating) = (service.Cpu, simulator.Cpu);
            }

            last = await service.AskAsync(await simulator.AskAsync("a minute later", cancellationToken), cancellationToken);
            if (cycle >= 0)
            {
                walls.Add(double.Parse(last.Split(' ')[3], CultureInfo.InvariantCulture));
                resident.Add(service.ResidentBytes / Megabyte);
            }
        }

        walls.Sort();
        var steady = resident[(cycles / 2)..];
        var cost = new CycleCost((service.Cpu - cpu).TotalSeconds / cycles, steady.Average() * Megabyte);
        Say($"{name}, {cycles} cycles of {Agents} agents: {cost.CpuSeconds:f2} CPU-s a cycle; RSS over the second half {steady.Average():f0} MB in the mean, {steady.Min():f0} to {steady.Max():f0}; peak {service.PeakBytes / Megabyte:f0} MB");
        Say($"  on the clock: median {walls[cycles / 2]:f0} ms, worst {walls[^1]:f0} ms");
        Say($"  MB resident after every tenth cycle: {string.Join(' ', resident.Where((_, i) => i % 10 == 9).Select(r => r.ToString("f0", CultureInfo.InvariantCulture)))}");
        Say($"  (the last: containers, rates, failed sources, ms: {last}; the simulator took {(simulator.Cpu - simulating).TotalSeconds / cycles:f2} CPU-s a cycle)");
        return cost;
    }

    private static async Task<CycleCost> PeerAsync(string program, int cycles, string folder, CancellationToken cancellationToken)
    {
        using var targets = Child.Start("expose", Agents.ToString(CultureInfo.InvariantCulture));
        var addresses = (await targets.HearAsync(cancellationToken)).Split(' ');
        using var peer = PrometheusPeer.Start(program, folder, addresses, PeerInterval);
        await Task.Delay(WarmUps * PeerInterval, TimeProvider.System, cancellationToken);
        var (cpu, samples) = (peer.Process.Cpu, await peer.SamplesAsync(cancellationToken));
        await Task.Delay(cycles * PeerInterval, TimeProvider.System, cancellationToken);
        var taken = (await peer.SamplesAsync(cancellationToken) - samples) / (Agents * (double)ExpositionChild.SeriesPerTarget);
        var cost = new CycleCost((peer.Process.Cpu - cpu).TotalSeconds / taken, peer.Process.ResidentBytes);
        Say($"Prometheus, {taken:f1} cycles of {Agents} targets: {cost.CpuSeconds:f2} CPU-s a cycle; RSS at the end {cost.ResidentBytes / Megabyte:f0} MB, peak {peer.Process.PeakBytes / Megabyte:f0} MB");
        return cost;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record CycleCost(double CpuSeconds, double ResidentBytes);
}
