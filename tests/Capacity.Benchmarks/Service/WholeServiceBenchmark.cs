using System.Globalization;
using Capacity.Benchmarks.Cycle;

namespace Capacity.Benchmarks.Service;

/// <summary>Measures the whole service beside a simulated cluster of 1,000 agents, minute by minute of real time, with every job at its usual interval.</summary>
internal static class WholeServiceBenchmark
{
    private const int Agents = 1_000;
    private const double Megabyte = 1e6;

    /// <summary>The minutes in which a start is still being compiled and everything is seen for the first time.</summary>
    private const int WarmUps = 5;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The time between two readings of memory: a collection in the middle of which one falls counts for what it takes.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(int minutes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-service-").FullName;
        try
        {
            using var simulator = Child.Start("simulate-live", Agents.ToString(CultureInfo.InvariantCulture));
            var file = Path.Combine(folder, "capacity.yaml");
            await File.WriteAllTextAsync(file, await ConfigurationAsync(simulator, folder, cancellationToken), cancellationToken);
            using var service = Child.Start("serve", file);
            Say($"{Agents} agents, {25 * Agents} containers; the service is at {await service.HearAsync(cancellationToken)}");
            await MeasureAsync(service, minutes, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> ConfigurationAsync(Child simulator, string folder, CancellationToken cancellationToken)
    {
        string[] urls = [await simulator.HearAsync(cancellationToken), await simulator.HearAsync(cancellationToken), await simulator.HearAsync(cancellationToken)];
        var lists = urls.Select(u => string.Join(", ", u.Split(' ').Select(one => $"'{one}'"))).ToArray();
        return $$"""
            cluster: { masters: [{{lists[0]}}], marathons: [{{lists[1]}}], zooKeepers: [{{lists[2]}}] }
            web: { listen: 'http://127.0.0.1:0' }
            storage: { folder: '{{Path.Combine(folder, "store")}}' }
            """;
    }

    private static async Task MeasureAsync(Child service, int minutes, CancellationToken cancellationToken)
    {
        List<double> cpu = [];
        List<double> resident = [];
        var before = service.Cpu;
        for (var minute = 1; minute <= WarmUps + minutes; minute++)
        {
            List<double> readings = [];
            for (var i = 0; i < Minute / Reading; i++)
            {
                await Task.Delay(Reading, TimeProvider.System, cancellationToken);
                readings.Add(service.ResidentBytes / Megabyte);
            }

            var spent = (service.Cpu - before).TotalSeconds;
            before += TimeSpan.FromSeconds(spent);
            Say($"minute {minute}: {spent:f2} CPU-s, RSS {readings.Average():f0} MB ({readings.Min():f0} to {readings.Max():f0})");
            if (minute > WarmUps)
            {
                cpu.Add(spent);
                resident.AddRange(readings);
            }
        }

        Say($"the whole service, {minutes} minutes after the first {WarmUps}: {cpu.Average():f2} CPU-s a minute ({cpu.Min():f2} to {cpu.Max():f2}); RSS {resident.Average():f0} MB ({resident.Min():f0} to {resident.Max():f0}), peak {service.PeakBytes / Megabyte:f0} MB");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
