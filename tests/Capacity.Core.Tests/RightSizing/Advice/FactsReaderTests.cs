using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.Tests.Scanning;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.RightSizing.Advice;

public sealed class FactsReaderTests
{
    private static readonly Dictionary<string, PolicyOverrides> Teams = new() { ["web"] = new() { CpuFloor = CpuCores.FromCores(1), InstanceFloor = 3 } };

    [Fact]
    public void Read_LabelsOfAnApp_WinOverItsTeamAndAreNamedWhereTheySayNothing()
    {
        var facts = Read(null, ("team", "web"), ("capacity.cpu.min", "0.5"), ("capacity.mem.max", "much"));

        Assert.Equal("web", facts.Team);
        Assert.Equal((0.5, 3, null), (facts.Overrides.CpuFloor!.Value.Cores, facts.Overrides.InstanceFloor, facts.Overrides.MemoryCap));
        Assert.Equal(["capacity.mem.max"], facts.UnreadLabels);
    }

    [Fact]
    public void Read_LimitsOfATask_AreNumbersOrWithoutEnd()
    {
        var facts = Read(new(double.PositiveInfinity, 2L << 30));

        Assert.Equal((null, true), (facts.CpuLimit, facts.HasUnlimitedCpus));
        Assert.Equal((MemorySize.FromMebibytes(2048), false), (facts.MemoryLimit!.Value, facts.HasUnlimitedMemory));
    }

    private static AppFacts Read(TaskLimits? limits, params (string Name, string Value)[] labels)
    {
        var picture = Pictures.At(0, ("c", 1));
        var container = picture.Containers[0];
        var task = container.Tasks[0] with { Limits = limits, Labels = labels.ToDictionary(l => l.Name, l => l.Value) };
        return Assert.Single(new FactsReader(OwnerRules.Default, Teams).Read(picture with { Containers = [container with { Tasks = [task] }] }));
    }
}
