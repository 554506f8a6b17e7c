using Capacity.Core.TimeSeries;
using Capacity.Core.Usage;
using Capacity.Testing;
using CsCheck;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>Random clusters around a midnight, with gaps, resets, unread containers and late batches, against the plain computation.</summary>
public sealed class PropertyTests
{
    /// <summary>Often enough that some of the samples have been sorted, in several runs, and some not.</summary>
    private const int MaintainEvery = 5;

    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Start = Day.AddHours(23);
    private static readonly int[] Steps = [60, 420, 300, 600, 3600, 90];

    private static readonly Gen<ContainerSample?> GenSample =
        from kind in Gen.Int[0, 9]
        from cpu in Gen.Int[0, 400]
        from memory in Gen.Long[0, 1 << 30]
        from throttled in Gen.Int[0, 20]
        select kind switch
        {
            0 => null,
            1 => new ContainerSample { At = default, CpuSeconds = cpu / 100.0 },
            2 => new ContainerSample { At = default, MemoryRssBytes = memory },
            _ => new ContainerSample
            {
                At = default, CpuSeconds = cpu / 100.0, CpuPeriods = 40, CpuThrottledPeriods = throttled, MemoryTotalBytes = memory, MemoryLimitBytes = memory * 2,
                CpuLimitCores = 1.5,
            },
        };

    private static readonly Gen<List<SampleBatch>> GenBatches =
        from steps in Gen.Frequency((8, Gen.Int[20, 120]), (1, Gen.Int[200, 900])).Array[2, 60]
        from resets in Gen.Int[0, 12].Array[4]
        from samples in GenSample.Array[60 * 4]
        from skew in Gen.Int[-3000, 3000].Array[60 * 4]
        select Batches(steps, resets, samples, skew);

    private static readonly Gen<(int Offset, int Minutes, int Step)> GenRange =
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 300], Gen.Int[0, 5].Select(i => Steps[i]));

    [Fact]
    public Task ReadApp_RandomCluster_MatchesThePlainComputation() => Gen.Select(GenBatches, GenRange, Gen.Int[0, 12]).HoldsAsync(
        async input =>
        {
            var (batches, (offset, minutes, step), late) = input;
            await using var folder = await StoreFolder.CreateAsync();
            foreach (var (number, batch) in batches.Index().OrderBy(b => b.Index % 13 == late ? b.Index + 20 : b.Index))
            {
                await folder.AppendAsync(batch);
                if (number % MaintainEvery == 0)
                {
                    Assert.Empty((await folder.Store.MaintainAsync(StoreFolder.Token)).Faults);
                }
            }

            var from = Start.AddMinutes(offset - (offset % 2 * 0.25));
            var range = new SeriesRange(from, from.AddMinutes(minutes), TimeSpan.FromSeconds(step));
            var expected = new ReferenceUsage(batches, range, Gap).Buckets();
            Same.Usage(expected, await folder.ReadAsync(range.Start, range.End, range.Step));
            await folder.SealAsync(Day);
            var tolerance = step % 300 == 0 ? Same.OfFiveMinuteData : Same.OfSamples;
            Same.Usage(expected, await folder.ReadAsync(range.Start, range.End, range.Step), tolerance);
        },
        cases: 12);

    [Fact]
    public Task ReadApp_FiveMinuteData_EqualRatesOfSamples() => Gen.Select(GenBatches, Gen.Int[0, 2].Select(i => Steps[i + 2] / 60)).HoldsAsync(
        async input =>
        {
            var (batches, minutes) = input;
            await using var folder = await StoreFolder.CreateAsync();
            foreach (var batch in batches)
            {
                await folder.AppendAsync(batch);
            }

            await folder.SealAsync(Day);
            var files = Directory.GetFiles(folder.DaysFolder, "containers.parquet", SearchOption.AllDirectories);
            var range = new SeriesRange(Start, Day.AddDays(1), TimeSpan.FromMinutes(minutes));
            var expected = new ReferenceUsage(batches, range, Gap).Buckets();

            await folder.CloseAsync();
            Array.ForEach(files, File.Delete);
            await folder.OpenAsync();

            Same.Usage(expected, await folder.ReadAsync(range.Start, range.End, range.Step), Same.OfFiveMinuteData);
        },
        cases: 12);

    private static List<SampleBatch> Batches(int[] steps, int[] resets, ContainerSample?[] samples, int[] skew)
    {
        List<SampleBatch> batches = [];
        var counters = new double[4];
        var periods = new long[4, 2];
        var at = Start;
        for (var i = 0; i < steps.Length; i++)
        {
            at = at.AddSeconds(steps[i]);
            var taken = at;
            batches.Add(Batch(at, [.. Enumerable.Range(0, 4).Select(c => Point($"c{c}", Counted(c, i)))]));

            ContainerSample? Counted(int c, int index)
            {
                if (index == resets[c])
                {
                    (counters[c], periods[c, 0], periods[c, 1]) = (0, 0, 0);
                }

                if (samples[(index * 4) + c] is not { } sample)
                {
                    return null;
                }

                counters[c] = Math.Round(counters[c] + (sample.CpuSeconds ?? 0), 2);
                periods[c, 0] += sample.CpuPeriods ?? 0;
                periods[c, 1] += sample.CpuThrottledPeriods ?? 0;
                return sample with
                {
                    At = taken.AddMilliseconds(skew[(index * 4) + c]),
                    CpuSeconds = sample.CpuSeconds is null ? null : counters[c],
                    CpuPeriods = sample.CpuPeriods is null ? null : periods[c, 0],
                    CpuThrottledPeriods = sample.CpuThrottledPeriods is null ? null : periods[c, 1],
                };
            }
        }

        return batches;
    }
}
