using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;

namespace Capacity.Benchmarks.Parsing;

/// <summary>What <c>capacity scan</c> does with two samples: collects, joins and analyses them. Only the network is missing.</summary>
internal sealed class Product(ClusterFile file) : IContestant
{
    public string Name => "Capacity: parse, join, analyse";

    /// <summary>Gets the containers whose usage the last run knows, which takes both samples of each.</summary>
    public int Joined { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var answers = new ClusterAnswers(file);
        var targets = new ClusterTargets { Masters = [new($"http://{ClusterAnswers.Master}")], Limits = new() { MaxConcurrency = 1 } };
        using var collector = new ClusterCollector(targets, TimeProvider.System, new HttpClient(answers) { Timeout = Timeout.InfiniteTimeSpan });
        var memory = new ClusterMemory();
        var pictures = new List<ClusterSnapshot>();
        for (answers.Sample = 0; answers.Sample < file.Samples; answers.Sample++)
        {
            pictures.Add(memory.Lay(await collector.CollectAsync(null, cancellationToken)));
        }

        Joined = ScanAnalysis.Analyse(pictures).Containers.Count(c => c.Usage?.CpuMeanCores is not null);
    }
}
