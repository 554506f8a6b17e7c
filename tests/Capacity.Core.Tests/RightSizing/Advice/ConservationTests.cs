using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;
using Size = Capacity.Core.RightSizing.Sizing.Size;

namespace Capacity.Core.Tests.RightSizing.Advice;

public sealed class ConservationTests
{
    private static readonly Gen<(int Instances, double Cores, double Mebibytes, double Level, double Swing, double Memory, int Days)> Shape = Gen.Select(
        Gen.Int[1, 6], Gen.Double[0.1, 8], Gen.Double[128, 8192], Gen.Double[0.01, 4], Gen.Double[0, 1], Gen.Double[32, 6000], Gen.Int[7, 28]);

    [Fact]
    public void Accounts_AnyApp_HeadroomAndWasteAndUseAreTheAllocation() => Shape.Holds(
        shape =>
        {
            var advice = Advise(shape);
            foreach (var account in new[] { advice.CpuAccount, advice.MemoryAccount })
            {
                Assert.True(account is { Used: >= 0, Headroom: >= 0, Waste: >= 0, Overuse: >= 0 }, $"{account}");
            }

            // 15 minutes of each sample, all asking for the same.
            var hours = shape.Days * 24.0 * shape.Instances;
            Assert.Equal(CpuCores.FromCores(shape.Cores).Cores * hours * 1e6, advice.CpuAccount.Allocated, hours);
            Assert.True(advice.SavingPerHour <= advice.CostPerHour + 1e-9);
            Assert.True(advice.SizeSavingPerHour <= advice.CostPerHour + 1e-9);
        },
        cases: 40);

    [Fact]
    public void Sums_AnyApps_AreThoseOfTeamsAndCluster() => Shape.Array[1, 5].Holds(
        shapes =>
        {
            var apps = shapes.Select((s, i) => Advise(s, team: i % 3 == 0 ? null : $"team{i % 3}")).ToArray();
            var teams = GroupAccount.ByTeam(apps);
            var cluster = GroupAccount.Of(null, apps);

            Assert.Equal(cluster.Cpu, teams.Aggregate(default(Account), (sum, t) => sum + t.Cpu));
            Assert.Equal(cluster.Memory, teams.Aggregate(default(Account), (sum, t) => sum + t.Memory));
            Assert.Equal(cluster.Apps, teams.Sum(t => t.Apps));
            Assert.Equal(cluster.SavingPerHour, teams.Sum(t => t.SavingPerHour), 1e-9);
            Assert.True(cluster.SavingPerHour <= cluster.CostPerHour + 1e-9);
        },
        cases: 15);

    [Fact]
    public void Size_ConstantUse_IsNotBelowItAndNotFarAbove() => Gen.Select(Gen.Double[0.05, 30], Gen.Double[100, 50_000]).Holds(
        c =>
        {
            var (cores, mebibytes) = c;
            var summary = Histories.Summary(Histories.Days(14, 1, (_, _, _, s) => s with
            {
                CpuCores = cores, MemoryBytes = (long)(mebibytes * (1 << 20)), Cpus = CpuCores.FromCores(100), Memory = MemorySize.FromMebibytes(200_000),
            }));
            var fleet = Calibrator.Learn([summary], RiskTargets.Default);

            var size = SizeFinder.Find(summary, fleet);

            Assert.InRange(size.Cores!.Value, cores * 0.9999, cores * 1.2501);
            Assert.InRange(size.Bytes!.Value, mebibytes * (1 << 20) * 0.9999, mebibytes * (1 << 20) * 1.5001);
        },
        cases: 30);

    [Fact]
    public void Size_EverySampleTwice_IsTheSame() => Shape.Holds(
        shape =>
        {
            var (once, twice) = (SizeOf(shape, 1), SizeOf(shape, 2));

            Assert.Equal(once.Cores!.Value, twice.Cores!.Value, 1e-12);
            Assert.Equal(once.Bytes!.Value, twice.Bytes!.Value, 1e-3);
        },
        cases: 25);

    [Fact]
    public void Demand_LoadSplitOverTwoEqualInstances_IsTheSame() => Shape.Holds(
        shape =>
        {
            var one = Histories.Days(7, 1, (day, i, _, s) => s with { CpuCores = Load(shape, day, i, 0) });
            var two = Histories.Days(7, 2, (day, i, _, s) => s with { CpuCores = Load(shape, day, i, 0) / 2 });

            Assert.All(one.Zip(two), d => Assert.Equal(d.First.Demand.Quantile(0.99)!.Value, d.Second.Demand.Quantile(0.99)!.Value, d.First.Demand.Quantile(0.99)!.Value * 0.0201));
        },
        cases: 25);

    private static Size SizeOf((int Instances, double Cores, double Mebibytes, double Level, double Swing, double Memory, int Days) shape, int times)
    {
        var summary = Histories.Summary(Histories.Days(14, shape.Instances, (day, i, instance, s) => Used(shape, day, i, instance, s), times));
        return SizeFinder.Find(summary, Calibrator.Learn([summary], RiskTargets.Default));
    }

    private static Recommendation Advise((int Instances, double Cores, double Mebibytes, double Level, double Swing, double Memory, int Days) shape, string? team = null) =>
        Histories.Advise(
            Histories.App(shape.Instances, shape.Cores, shape.Mebibytes, team: team),
            Histories.Days(shape.Days, shape.Instances, (day, i, instance, s) => Used(shape, day, i, instance, s)),
            RightSizingPolicy.Default);

    private static InstanceInterval Used(
        (int Instances, double Cores, double Mebibytes, double Level, double Swing, double Memory, int Days) shape, int day, int i, int instance, InstanceInterval sample) => sample with
        {
            CpuCores = Load(shape, day, i, instance),
            MemoryBytes = (long)(shape.Memory * (1 << 20) * (1 + (shape.Swing * ((day % 5) + instance) / 20.0))),
            Cpus = CpuCores.FromCores(shape.Cores),
            Memory = MemorySize.FromMebibytes(shape.Mebibytes),
        };

    private static double Load((int Instances, double Cores, double Mebibytes, double Level, double Swing, double Memory, int Days) shape, int day, int i, int instance) =>
        shape.Level * (1 + (shape.Swing * Math.Sin((i / 15.0) + day))) * (1 + (instance * 0.05));
}
