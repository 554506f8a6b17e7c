namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>Adds up how one rule does.</summary>
internal sealed class RuleTally
{
    public double CpuRecommended { get; set; }

    public double CpuRequested { get; set; }

    public double CpuRecommendedAll { get; set; }

    public double CpuUsed { get; set; }

    public double MemoryRecommended { get; set; }

    public double MemoryRequested { get; set; }

    public double MemoryRecommendedAll { get; set; }

    public double MemoryUsed { get; set; }

    public List<double> Changes { get; } = [];

    public RuleScore Score(string name, IEnumerable<InstanceScore> instances)
    {
        long cpu = 0, cpuOver = 0, memory = 0, memoryOver = 0;
        int withCpu = 0, over1 = 0, over5 = 0, withMemory = 0, breached = 0;
        foreach (var i in instances)
        {
            (cpu, cpuOver, memory, memoryOver) = (cpu + i.CpuSamples, cpuOver + i.CpuOver, memory + i.MemorySamples, memoryOver + i.MemoryOver);
            withCpu += i.CpuSamples > 0 ? 1 : 0;
            over1 += i.CpuOver * 100 > i.CpuSamples ? 1 : 0;
            over5 += i.CpuOver * 20 > i.CpuSamples ? 1 : 0;
            withMemory += i.MemorySamples > 0 ? 1 : 0;
            breached += i.MemoryOver > 0 ? 1 : 0;
        }

        Changes.Sort();
        return new(name)
        {
            CpuRecommendedRatio = Ratio(CpuRecommended, CpuRequested),
            CpuExceedRate = Ratio(cpuOver, cpu),
            CpuInstancesOver1PercentRatio = Ratio(over1, withCpu),
            CpuInstancesOver5PercentRatio = Ratio(over5, withCpu),
            CpuSlackRatio = 1 - Ratio(CpuUsed, CpuRecommendedAll),
            MemRecommendedRatio = Ratio(MemoryRecommended, MemoryRequested),
            MemBreachInstanceRatio = Ratio(breached, withMemory),
            MemExceedRate = Ratio(memoryOver, memory),
            MemSlackRatio = 1 - Ratio(MemoryUsed, MemoryRecommendedAll),
            Stability = Changes.Count > 0 ? (Changes[(Changes.Count - 1) / 2] + Changes[Changes.Count / 2]) / 2 : null,
        };
    }

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
