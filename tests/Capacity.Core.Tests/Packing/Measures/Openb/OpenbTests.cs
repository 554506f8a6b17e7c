using System.Globalization;

namespace Capacity.Core.Tests.Packing.Measures.Openb;

/// <summary>
/// The definition of fragmentation that <c>Fragmentation</c> takes from GPUs to CPU and memory, against what its paper published (USENIX ATC
/// 2023): the openb cluster, whose default workload is placed at random, over ten seeds of theirs.
/// </summary>
public sealed class OpenbTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CAPACITY_DATASETS") is { Length: > 0 } root ? Path.Combine(root, "packing", "openb-fgd") : null;

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void Fragmentation_RandomPlacement_IsAsPublished(int demandPercent)
    {
        Assert.SkipUnless(Folder is not null && Directory.Exists(Folder), "CAPACITY_DATASETS names no folder with packing/openb-fgd.");
        var published = Rows("expected_results/analysis_frag_ratio_discrete.csv")
            .Where(r => r["workload"] == "openb_pod_list_default" && r["sc_policy"] == "01-Random")
            .Select(r => double.Parse(r[$"{demandPercent}"], CultureInfo.InvariantCulture))
            .ToList();

        var measured = Enumerable.Range(1, 3).Average(seed => 100 * FragmentedRatio(demandPercent / 100.0, seed));

        // Theirs is at the end of a percent of demand, and over other orders of pods.
        Assert.NotEmpty(published);
        Assert.InRange(measured, published.Min() - 1, published.Max() + 1);
    }

    private static double FragmentedRatio(double demand, int seed)
    {
        var nodes = Rows("csv/openb_node_list_gpu_node.csv").Select(r => new OpenbNode(Number(r["cpu_milli"]), Number(r["memory_mib"]), (int)Number(r["gpu"]), r["model"])).ToList();
        var pods = Rows("csv/openb_pod_list_default.csv")
            .Select(r => new OpenbPod(Number(r["cpu_milli"]), Number(r["memory_mib"]), (int)Number(r["num_gpu"]), (int)Number(r["gpu_milli"]), r["gpu_spec"].Split('|', StringSplitOptions.RemoveEmptyEntries)))
            .ToArray();
        Fill(nodes, pods, demand, new Random(seed));
        var kinds = pods.CountBy(p => (p.Cpu, p.Gpus, p.MilliGpu, Models: string.Join('|', p.Models)))
            .Select(k => (Pod: new OpenbPod(k.Key.Cpu, 0, k.Key.Gpus, k.Key.MilliGpu, k.Key.Models.Split('|', StringSplitOptions.RemoveEmptyEntries)), Count: k.Value))
            .ToList();
        return nodes.Where(n => n.Gpus.Sum() > 0).Sum(n => kinds.Sum(k => (double)k.Count * n.FragmentedFor(k.Pod))) / pods.Length / nodes.Sum(n => n.Gpus.Sum());
    }

    /// <summary>Lets pods come in random order until they asked for a share of all GPUs; those that find no node are gone.</summary>
    private static void Fill(List<OpenbNode> nodes, OpenbPod[] pods, double demand, Random random)
    {
        var capacity = nodes.Sum(n => 1000.0 * n.Gpus.Length);
        random.Shuffle(pods);
        var arrived = 0.0;
        for (var i = 0; arrived < demand * capacity; i++)
        {
            var pod = pods[i % pods.Length];
            arrived += pod.Gpus * pod.MilliGpu;
            if (nodes.Where(n => n.Takes(pod)).ToList() is { Count: > 0 } able)
            {
                able[random.Next(able.Count)].Place(pod, random);
            }
        }
    }

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(Path.Combine(Folder!, file)).Where(l => l.Length > 0);
        var names = lines.First().Split(',');
        return lines.Skip(1).Select(l => names.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }
}
