using Capacity.Core.RightSizing.Anchors;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Testing.Vpa;

namespace Capacity.Core.Tests.RightSizing.Anchors;

public sealed class AnchorRulesTests
{
    private const int Days = 14;

    [Fact]
    public void VpaTarget_BusyApp_IsWhatTheWholeRecommenderSays()
    {
        var history = History((day, minute, instance) => ((0.3 + (0.1 * instance)) * (1 + Math.Sin(minute / 200.0)) * (1 + (day % 3)), (400 + (day * 10) + (instance * 50)) * 1e6), 2);
        var aggregate = new VpaAggregate();
        for (var instance = 0; instance < 2; instance++)
        {
            foreach (var day in history.Days)
            {
                aggregate.AddMemoryPeak((long)day.Instances[InstanceKey.Of($"i{instance}")].Memory.Peak, Midnight(day.Day).AddDays(1));
            }
        }

        Replay((at, cores) => aggregate.AddCpu(cores, at), (day, minute, instance) => (0.3 + (0.1 * instance)) * (1 + Math.Sin(minute / 200.0)) * (1 + (day % 3)), 2);

        var (cpu, memory) = AnchorRules.VpaTarget.Recommend(history) is { Cores: double c, Bytes: double b } ? (c, b) : default;

        var (milliCores, bytes) = aggregate.Recommend((0, 0))[0];
        Assert.InRange(cpu * 1000, milliCores - 2, milliCores + 2);
        Assert.InRange(memory, bytes - 2, bytes + 2);
    }

    [Fact]
    public void Rules_KnownSeries_AreTheirFormulas()
    {
        // The last day is twice as busy; 96 samples a day; one instance works half as much.
        var history = History((day, _, instance) => ((day == Days - 1 ? 2.0 : 1.0) / (instance + 1), (day == 0 ? 900 : 600) * 1e6), 2);

        AssertSize(AnchorRules.KrrSimple, 2, 900e6 * 1.15, history);
        AssertSize(AnchorRules.P99, 2 * 1.15, 600e6 * 1.15, history);
        AssertSize(AnchorRules.Max, 2 * 1.15, 900e6 * 1.15, history);
        AssertSize(AnchorRules.Kubecost, 2 / 0.7, 600e6 / 0.7, history);
        AssertSize(AnchorRules.Kruize, 2, 900e6 * 1.2, history);
    }

    private static void AssertSize(AnchorRule rule, double cores, double bytes, AnchorHistory history)
    {
        var size = rule.Recommend(history);

        Assert.InRange(size.Cores!.Value, cores * 0.989, cores * 1.011);
        Assert.InRange(size.Bytes!.Value, bytes * 0.989, bytes * 1.011);
    }

    private static AnchorHistory History(Func<int, int, int, (double Cores, double Bytes)> use, int instances)
    {
        var (days, decays) = (new List<AppDayProfile>(), new Dictionary<DateOnly, DecayedDay>());
        for (var d = 0; d < Days; d++)
        {
            var day = Histories.First.AddDays(d);
            var builder = new ProfileBuilder(day, TimeSpan.FromMinutes(15), new(TimeSpan.Zero, 1));
            var decay = decays[day] = new();
            for (var minute = 0; minute < 1440; minute += 15)
            {
                for (var instance = 0; instance < instances; instance++)
                {
                    var (cores, bytes) = use(d, minute, instance);
                    builder.Add(new() { Instance = $"i{instance}", At = Midnight(day).AddMinutes(minute), CpuCores = cores, MemoryBytes = (long)bytes });
                    decay.Add(cores, bytes, TimeSpan.FromMinutes(1440 - minute));
                }
            }

            days.Add(builder.Build());
        }

        return new(days, decays, Histories.First.AddDays(Days));
    }

    private static void Replay(Action<DateTimeOffset, double> take, Func<int, int, int, double> cores, int instances)
    {
        for (var at = 0; at < Days * 1440; at += 15)
        {
            for (var instance = 0; instance < instances; instance++)
            {
                take(Midnight(Histories.First).AddMinutes(at), cores(at / 1440, at % 1440, instance));
            }
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(default), TimeSpan.Zero);
}
