using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;
using Size = Capacity.Core.RightSizing.Sizing.Size;

namespace Capacity.Core.Tests.RightSizing.Sizing;

public sealed class SizeFinderTests
{
    private const long Mebibyte = 1 << 20;

    /// <summary>A fleet of apps: level and swing of CPU, how often it bursts and how high, level and swing of memory.</summary>
    private static readonly Gen<(double Level, double Swing, int BurstEvery, double Burst, double Memory, double MemorySwing)[]> Fleet = Gen.Select(
        Gen.Double[0.01, 8], Gen.Double[0, 1], Gen.Int[5, 500], Gen.Double[1, 50], Gen.Double[16, 20_000], Gen.Double[0, 3]).Array[2, 40];

    [Fact]
    public void Find_AnyFleet_StaysNearWhatWasSeen() => Fleet.Holds(
        fleet =>
        {
            var apps = Apps(fleet, 1);
            var sizes = Sizes(apps, RiskTargets.Default);

            Assert.All(apps.Zip(sizes), a =>
            {
                var (cpu, memory) = (a.First.Days.Max(d => d.CpuPeak!.Value), a.First.MemoryPeak!.Value);
                var (asked, limit) = (a.First.Days.Last().CpuRequested, a.First.Days.Last().MemoryRequested);
                Assert.True(a.Second.Cores <= (cpu <= asked * 0.9 ? Math.Min(asked, cpu * 1.25) : cpu * 1.25) * (1 + 1e-9), $"{a.Second.Cores} of {cpu}, asked {asked}");
                Assert.True(a.Second.Bytes >= memory && a.Second.Bytes <= (memory <= limit ? Math.Max(Math.Min(limit, memory * 8), memory >= limit * 0.95 ? memory * 1.2 : 0) : memory * 8) * (1 + 1e-9), $"{a.Second.Bytes} of {memory}, limit {limit}");
            });
        },
        cases: 15);

    [Fact]
    public void Find_AnyFleet_NoAppIsAboveItsSizeForMoreThanTheMost() => Fleet.Holds(
        fleet =>
        {
            var apps = Apps(fleet, 1);

            Assert.All(apps.Zip(Sizes(apps, RiskTargets.Default)), a =>
                Assert.True(Curves.OfCpu(a.First)![LogBuckets.IndexOf(a.Second.Cores!.Value)] <= RiskTargets.Default.MostCpuExceedRatio + 1e-6));
        },
        cases: 10);

    [Fact]
    public void Find_MoreRisk_NeverAsksForMore() => Fleet.Holds(
        fleet =>
        {
            var apps = Apps(fleet, 1);
            var (careful, bold) = (Sizes(apps, RiskTargets.Default.Times(0.5)), Sizes(apps, RiskTargets.Default.Times(4)));

            Assert.True(bold.Sum(s => s.Cores) <= careful.Sum(s => s.Cores) * LogBuckets.Growth);
            Assert.True(bold.Sum(s => s.Bytes) <= careful.Sum(s => s.Bytes) * LogBuckets.Growth);
        },
        cases: 10);

    [Fact]
    public void Find_EverythingLarger_IsAsMuchLarger() => Fleet.Holds(
        fleet =>
        {
            // A whole number of buckets, so that rounding to buckets is the same for both.
            var times = Math.Pow(LogBuckets.Growth, 35);
            var (small, large) = (Sizes(Apps(fleet, 1), RiskTargets.Default), Sizes(Apps(fleet, times), RiskTargets.Default));

            Assert.InRange(large.Sum(s => s.Cores)!.Value / small.Sum(s => s.Cores)!.Value / times, 0.95, 1.05);
            Assert.InRange(large.Sum(s => s.Bytes)!.Value / small.Sum(s => s.Bytes)!.Value / times, 0.95, 1.05);
        },
        cases: 10);

    [Fact]
    public void Find_AppsAlikeButForTheirMemory_SmallOnesGetMoreRoom()
    {
        var apps = Apps([.. Enumerable.Range(0, 60).Select(i => (1.0, 0.2, 50, 2.0, i % 2 == 0 ? 200.0 : 4_000, 0.3))], 1);

        var room = apps.Zip(Sizes(apps, RiskTargets.Default.Times(0.1))).Select(a => a.Second.Bytes!.Value / a.First.MemoryPeak!.Value).ToArray();

        Assert.True(room[0] > 1.1 * room[1], $"{room[0]} and {room[1]}");
    }

    [Fact]
    public void Find_AnyFleet_OnlyAVeryBoldDialLiesBelowThePeakOfMemory() => Fleet.Holds(
        fleet =>
        {
            var apps = Apps(fleet, 1);

            Assert.All(apps.Zip(Sizes(apps, RiskTargets.Default.Times(4))), a => Assert.True(a.Second.Bytes >= a.First.MemoryPeak));
            Assert.All(apps.Zip(Sizes(apps, RiskTargets.Default.Times(8))), a => Assert.True(a.Second.Bytes >= a.First.Weeks[0].MemoryPeak / 2));
        },
        cases: 10);

    [Fact]
    public void Find_VeryBoldDial_FollowsTheLastWeekWhereAllAppsStayNearIt()
    {
        var apps = Enumerable.Range(0, 40).Select(_ => Histories.Summary(Histories.Days(21, 1, (day, _, _, s) => s with
        {
            MemoryBytes = (day < 7 ? 3000 : 1000) * Mebibyte,
            Memory = MemorySize.FromMebibytes(32_768),
        }))).ToArray();

        Assert.All(Sizes(apps, RiskTargets.Default.Times(8)), s => Assert.InRange(s.Bytes!.Value, 1000 * Mebibyte, 1040 * Mebibyte));
        Assert.All(Sizes(apps, RiskTargets.Default.Times(4)), s => Assert.True(s.Bytes >= 3000 * Mebibyte));
    }

    [Fact]
    public void Find_VeryBoldDialAndADayOfTheLastWeek_LiesAboveThePeak()
    {
        var days = Histories.Days(21, 1, (day, _, _, s) => s with { MemoryBytes = (day < 14 ? 3000 : 1000) * Mebibyte, Memory = MemorySize.FromMebibytes(32_768) });
        var apps = Enumerable.Range(0, 40).Select(_ => UsageSummary.Of(days.Where(d => d.Day <= days[14].Day), days[^1].Day.AddDays(1), 4)).ToArray();

        Assert.All(Sizes(apps, RiskTargets.Default.Times(8)), s => Assert.True(s.Bytes >= 3000 * Mebibyte));
    }

    private static List<Size> Sizes(IReadOnlyList<UsageSummary> apps, RiskTargets targets)
    {
        var fleet = Calibrator.Learn(apps, targets);
        return [.. apps.Select(a => SizeFinder.Find(a, fleet))];
    }

    private static List<UsageSummary> Apps((double Level, double Swing, int BurstEvery, double Burst, double Memory, double MemorySwing)[] fleet, double times) =>
        [.. fleet.Select(f => Histories.Summary(Histories.Days(14, 1, (day, i, _, s) => s with
        {
            CpuCores = times * f.Level * (1 + (f.Swing * Math.Sin(i / 15.0))) * (((day * 96) + i) % f.BurstEvery == 0 ? f.Burst : 1),
            MemoryBytes = (long)(times * f.Memory * Mebibyte * (1 + (f.MemorySwing * (day * 7 % 14) / 14))),
            Cpus = CpuCores.FromCores(times * 16),
            Memory = MemorySize.FromMebibytes(times * 32_768),
        })))];
}
