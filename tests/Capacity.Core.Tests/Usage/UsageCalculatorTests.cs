using Capacity.Core.Usage;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Usage;

public sealed class UsageCalculatorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Over_NoSamples_IsUnknown() => Assert.Null(UsageCalculator.Over([]));

    [Fact]
    public void Over_OneSample_HasMemoryAndNoRates()
    {
        var usage = UsageCalculator.Over([At(0, cpuSeconds: 5) with { MemoryRssBytes = 100 }]);

        Assert.NotNull(usage);
        Assert.Null(usage.CpuMeanCores);
        Assert.Null(usage.CpuMaxCores);
        Assert.Null(usage.ThrottledRatio);
        Assert.Equal(100, usage.MemoryBytes);
    }

    [Fact]
    public void Over_TwoSamples_DividesByTheAgentsOwnTime()
    {
        var usage = UsageCalculator.Over([At(0, cpuSeconds: 10), At(20, cpuSeconds: 15)]);

        Assert.Equal(0.25, usage!.CpuMeanCores!.Value, 9);
    }

    [Fact]
    public void Over_ThreeSamples_HasTheHighestStep()
    {
        var usage = UsageCalculator.Over([At(0, 0), At(10, 1), At(20, 9)]);

        Assert.Equal(0.45, usage!.CpuMeanCores!.Value, 9);
        Assert.Equal(0.8, usage.CpuMaxCores!.Value, 9);
    }

    [Fact]
    public void Over_CounterRanBackwards_HasNoRateRatherThanAWrongOne()
    {
        var usage = UsageCalculator.Over([At(0, 100), At(10, 1)]);

        Assert.Null(usage!.CpuMeanCores);
        Assert.Null(usage.CpuMaxCores);
    }

    [Fact]
    public void Over_SampleWithoutCpu_IsPassedOver()
    {
        var usage = UsageCalculator.Over([At(0, 1), At(5, null), At(10, 6)]);

        Assert.Equal(0.5, usage!.CpuMeanCores!.Value, 9);
    }

    [Fact]
    public void Over_SameTimeTwice_CountsOnce()
    {
        var usage = UsageCalculator.Over([At(0, 1), At(0, 1), At(10, 2)]);

        Assert.Equal(0.1, usage!.CpuMeanCores!.Value, 9);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(100, 25, 0.25)]
    [InlineData(null, null, null)]
    public void Over_Throttling_IsPerPeriodThatPassed(int? periods, int? throttled, double? expected)
    {
        var start = At(0, 0) with { CpuPeriods = 1000, CpuThrottledPeriods = 10 };
        var end = At(10, 1) with { CpuPeriods = 1000 + periods, CpuThrottledPeriods = 10 + throttled };

        Assert.Equal(expected, UsageCalculator.Over([start, end])!.ThrottledRatio);
    }

    [Theory]
    [InlineData(1000L, 300L, 50L, 700L, 750L)]
    [InlineData(1000L, 300L, null, 700L, 700L)]
    [InlineData(1000L, null, null, 900L, 1000L)]
    [InlineData(null, null, null, 900L, 900L)]
    [InlineData(null, null, null, null, null)]
    public void MemoryWorkingSetBytes_WhatIsThere_IsTheBestFigure(long? total, long? cache, long? mapped, long? rss, long? expected)
    {
        var sample = At(0, 0) with { MemoryTotalBytes = total, MemoryCacheBytes = cache, MemoryMappedFileBytes = mapped, MemoryRssBytes = rss };

        Assert.Equal(expected, sample.MemoryWorkingSetBytes);
    }

    [Fact]
    public void Over_AnyGrowingCounter_IsWithinItsSteps() =>
        Gen.Double[0.001, 100].Array[2, 20].SelectMany(steps => Gen.Double[0, 50].Array[steps.Length].Select(work => (steps, work))).Holds(run =>
        {
            var (time, cpu) = (0.0, 0.0);
            var samples = new List<ContainerSample> { At(0, 0) };
            foreach (var (step, work) in run.steps.Zip(run.work))
            {
                samples.Add(At(time += step, cpu += work));
            }

            var usage = UsageCalculator.Over([.. samples])!;
            Assert.InRange(usage.CpuMeanCores!.Value, 0, usage.CpuMaxCores!.Value * (1 + 1e-3));
            Assert.Equal(usage, UsageCalculator.Over([.. Enumerable.Reverse(samples)]));
        });

    private static ContainerSample At(double seconds, double? cpuSeconds) => new() { At = Noon.AddSeconds(seconds), CpuSeconds = cpuSeconds };
}
