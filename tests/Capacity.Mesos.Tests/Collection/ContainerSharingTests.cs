using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;
using Capacity.Mesos.Collection;

namespace Capacity.Mesos.Tests.Collection;

public sealed class ContainerSharingTests
{
    [Fact]
    public void Share_NothingButTheSampleChanged_KeepsTheOldParts()
    {
        var (before, fresh) = (Make("a", "TASK_RUNNING", 1), Make("a", "TASK_RUNNING", 2));

        var shared = Assert.Single(ContainerSharing.Share([before], [fresh]));

        Assert.Same(before.Tasks, shared.Tasks);
        Assert.Same(fresh.Sample, shared.Sample);
    }

    [Theory]
    [InlineData("b", "TASK_RUNNING")]
    [InlineData("a", "TASK_KILLING")]
    public void Share_SomethingElseChanged_GivesWhatWasRead(string team, string state)
    {
        var fresh = Make(team, state, 2);

        Assert.Same(fresh, Assert.Single(ContainerSharing.Share([Make("a", "TASK_RUNNING", 1)], [fresh])));
    }

    private static Container Make(string team, string state, double cpuSeconds) => new()
    {
        Id = "c1",
        Agent = new("agent1", 5051),
        FrameworkId = "f1",
        ExecutorId = "e1",
        Kind = ExecutorKind.Command,
        App = new("marathon", "/app"),
        Tasks = [new("t1", "app", state, ResourceVector.Zero, null, "*", new Dictionary<string, string> { ["team"] = team })],
        Allocated = ResourceVector.Zero,
        Sample = new ContainerSample { At = DateTimeOffset.UnixEpoch, CpuSeconds = cpuSeconds },
    };
}
