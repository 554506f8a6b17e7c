using System.Diagnostics;
using System.Globalization;

namespace Capacity.Benchmarks.Parsing;

/// <summary>
/// Measures how fast the answers of a large cluster become a report. The cluster is made in another process and lies in a file, so
/// the peak memory is that of the product alone; it is taken before the others run. The contestants then take turns.
/// </summary>
internal static class ParseBenchmark
{
    private const int Agents = 1_000;
    private const int Containers = 25_000;
    private const int WarmUps = 3;
    private const int Rounds = 9;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await GenerateAsync(path, cancellationToken);
            using var file = ClusterFile.Open(path);
            var product = new Product(file);
            IContestant[] contestants = [product, new DocumentBaseline(file), new TokenBaseline(file)];
            await RepeatAsync(WarmUps, product, cancellationToken);
            var peak = PeakMemory.Bytes();
            foreach (var baseline in contestants[1..])
            {
                await RepeatAsync(WarmUps, baseline, cancellationToken);
            }

            var results = contestants.Select(c => new Result(c.Name)).ToList();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (contestant, result) in contestants.Zip(results))
                {
                    result.Runs.Add(await Measurement.OfAsync(contestant, cancellationToken));
                }
            }

            ResultTable.Write(Console.Out, file, results, product.Joined, peak);
        }
        finally
        {
            File.Delete(path);
            File.Delete(ClusterFile.IndexOf(path));
        }
    }

    private static async Task RepeatAsync(int times, IContestant contestant, CancellationToken cancellationToken)
    {
        for (var i = 0; i < times; i++)
        {
            await contestant.RunAsync(cancellationToken);
        }
    }

    private static async Task GenerateAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments = ["generate", path, Agents.ToString(CultureInfo.InvariantCulture), Containers.ToString(CultureInfo.InvariantCulture)];
        using var generator = Process.Start(Environment.ProcessPath!, arguments);
        await generator.WaitForExitAsync(cancellationToken);
        if (generator.ExitCode != 0)
        {
            throw new InvalidOperationException($"The generator ended with {generator.ExitCode}.");
        }
    }
}
