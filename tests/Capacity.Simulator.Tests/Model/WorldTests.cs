using Capacity.Core.Units;
using Capacity.Simulator.Faults;
using Capacity.Simulator.Model;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Tests.Model;

public sealed class WorldTests
{
    private const string Busy = """
        +10m  leader-crash 40s
        +20m  zone-loss 2 5m
        +25m  agent-restart 1
        +40m  drain 3 10m
        +50m  framework-new-id 1 20m
        +70m  maintenance 4 5m 10m
        +2h   partition 1 3m
        +150m master-update 20s
        """;

    private static readonly SimulationOptions Options = new() { Seed = 5, Agents = 15, ContainersTarget = 250, MonthlyGrowth = 3, Script = FaultScript.Parse(Busy) };

    [Fact]
    public void AdvanceTo_InOneStepOrMany_SameBytes()
    {
        var one = Worlds.Make(Options);
        var many = Worlds.Make(Options);

        one.Timeline.AdvanceTo(Worlds.Start.AddHours(3));
        for (var minute = 1; minute <= 180; minute++)
        {
            many.Timeline.AdvanceTo(Worlds.Start.AddMinutes(minute));
            if (minute % 30 == 0)
            {
                Worlds.Everything(many);
            }
        }

        Assert.Equal(Worlds.Everything(one), Worlds.Everything(many));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void AdvanceTo_Month_GrowsAsItWasTold(double monthly)
    {
        var world = Worlds.Make(Options with { MonthlyGrowth = monthly, Script = FaultScript.Empty, DeployInterval = TimeSpan.FromDays(1) });
        var before = world.Apps.Where(a => !a.Plan.IsJob).Sum(a => a.Told);
        var growing = world.Apps.Where(a => !a.Plan.IsJob && a.Plan.Truth.Kind is not (AppKind.Unplaceable or AppKind.Idle)).Sum(a => a.Told);

        world.Timeline.AdvanceTo(Worlds.Start.AddDays(15));
        var halfway = world.Apps.Where(a => !a.Plan.IsJob).Sum(a => a.Told);
        world.Timeline.AdvanceTo(Worlds.Start.AddDays(30));
        var after = world.Apps.Where(a => !a.Plan.IsJob).Sum(a => a.Told);

        Assert.InRange(after - before, monthly * growing * 0.9, monthly * growing * 1.1);
        Assert.InRange(halfway - before, monthly * growing * 0.4, monthly * growing * 0.6);
        Assert.True(world.Apps.Where(a => !a.Plan.IsJob).Sum(a => a.Instances.Count) >= before + (0.9 * (after - before)) - 10);
    }

    [Fact]
    public void Make_OtherSeed_OtherCluster() =>
        Assert.NotEqual(Worlds.Everything(Worlds.Make(Options)), Worlds.Everything(Worlds.Make(Options with { Seed = 6 })));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AdvanceTo_ThroughFaults_NothingIsAllocatedTwiceAndCountersOnlyGrow(int seed)
    {
        var world = Worlds.Make(Options with { Seed = seed });
        var counters = new Dictionary<string, (double Cpu, long Periods, long Throttled)>(StringComparer.Ordinal);
        for (var minute = 0; minute <= 200; minute += 4)
        {
            world.Timeline.AdvanceTo(Worlds.Start.AddMinutes(minute));
            foreach (var agent in world.Fleet.Agents)
            {
                Check(agent);
                foreach (var executor in agent.View.Executors)
                {
                    var usage = executor.Load.At(world.Timeline.Now);
                    var (cpu, periods, throttled) = counters.GetValueOrDefault(executor.Container);
                    Assert.InRange(usage.CpuSeconds - cpu, 0, minute == 0 ? double.MaxValue : (executor.OnAgent.Cpus.Cores * 240 * 1.0001) + 0.01);
                    Assert.True(usage.Periods >= periods && usage.ThrottledPeriods >= throttled && usage.ThrottledPeriods <= usage.Periods);
                    Assert.InRange(usage.MemoryBytes, 1, executor.OnAgent.Memory.Bytes);
                    counters[executor.Container] = (usage.CpuSeconds, usage.Periods, usage.ThrottledPeriods);
                }
            }
        }
    }

    [Fact]
    public void AdvanceTo_AfterAllFaults_WholeAgain()
    {
        var world = Worlds.Make(Options);

        world.Timeline.AdvanceTo(Worlds.Start.AddHours(4));

        Assert.All(world.Fleet.Agents, a => Assert.Equal(Standing.Registered, a.Standing));
        Assert.All(world.Apps.Where(a => !a.Plan.IsJob && a.Deployment is null), a => Assert.Equal(a.Told, a.Instances.Count + a.Waiting));
        Assert.True(world.Apps.Where(a => a.Plan.Truth.Kind != AppKind.Unplaceable).Sum(a => a.Waiting) < 20);
        Assert.Equal(3, world.Masters.Nodes.Count(n => n.IsUp && n.Sequence is not null));
    }

    [Fact]
    public void Make_AnyCluster_EveryKindOfAppAndItsTruthHolds()
    {
        var world = Worlds.Make(Options);
        var truths = world.Apps.Select(a => a.Plan.Truth).ToList();

        Assert.Equal(Enum.GetValues<AppKind>(), truths.Select(t => t.Kind).Distinct().Order());
        Assert.All(truths.Where(t => t.Kind == AppKind.TooMuchCpu), t => Assert.True(t.Request.Cpus.Cores > 1.5 * t.NeededCpu.Cores));
        Assert.All(truths.Where(t => t.Kind == AppKind.TooMuchMemory), t => Assert.True(t.Request.Memory.Bytes > 1.5 * t.NeededMemory.Bytes));
        Assert.All(truths.Where(t => t.Kind == AppKind.TooManyInstances), t => Assert.True(t.NeededInstances < t.Instances));
        Assert.All(truths.Where(t => t.Kind == AppKind.TooLittleCpu), t => Assert.True(t.NeededCpu > t.Request.Cpus));
        foreach (var app in world.Apps.Where(a => a.Plan.Truth.Kind is AppKind.RightSized or AppKind.TooMuchCpu))
        {
            Assert.InRange(BusiestQuarter(app.Plan.Load) / app.Plan.Truth.NeededCpu.Cores, 0.95, 1.05);
        }
    }

    [Fact]
    public void Make_TooManyInstances_FewerWouldCarryTheLoad()
    {
        var world = Worlds.Make(Options);

        foreach (var app in world.Apps.Where(a => a.Plan.Truth.Kind == AppKind.TooManyInstances))
        {
            var truth = app.Plan.Truth;
            Assert.InRange(BusiestQuarter(app.Plan.Load) * truth.Instances / (truth.NeededInstances * truth.NeededCpu.Cores), 0.95, 1.05);
        }
    }

    [Fact]
    public void Load_Between_IsTheIntegralOfAt()
    {
        var random = new RandomStream(1, StreamOf.Apps, 1);
        var curve = new LoadCurve(2, isBound: false, ref random);
        var to = Worlds.Start.AddHours(5);

        var sum = Enumerable.Range(0, 5 * 3600).Sum(i => curve.At(Worlds.Start.AddSeconds(i + 0.5)));

        Assert.Equal(sum, curve.Between(Worlds.Start, to), sum * 0.001);
        Assert.Equal(curve.Between(Worlds.Start, to), curve.Between(Worlds.Start, to.AddHours(-2)) + curve.Between(to.AddHours(-2), to), 1e-6);
    }

    private static double BusiestQuarter(LoadCurve load) =>
        Enumerable.Range(0, 14 * 96).Max(i => load.Between(Worlds.Start.AddMinutes(15 * i), Worlds.Start.AddMinutes(15 * (i + 1)))) / 900;

    private static void Check(AgentNode agent)
    {
        Assert.True(agent.UsedUnreserved.FitsIn(agent.Unreserved));
        Assert.True(agent.UsedReserved.FitsIn(agent.Shape.ReservedForProd));
        Assert.Equal(agent.Allocated, agent.Instances.Sum(i => i.Executor.Allocated));
        Assert.Equal(agent.Instances.Count(i => i.Executor.Port is not null), agent.Instances.Select(i => i.Executor.Port).OfType<int>().Distinct().Count());
    }
}
