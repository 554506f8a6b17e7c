using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class LooksTests
{
    [Fact]
    public async Task ReadLooks_OpenAndSealedDays_GiveWhatWasCollected()
    {
        await using var folder = await StoreFolder.CreateAsync();
        List<UsageLook> expected = [];
        for (var at = Day.AddHours(23).AddMinutes(50).AddTicks(1234567); at < Day.AddDays(1).AddMinutes(10); at = at.AddMinutes(1))
        {
            var batch = Batch(at, [Steady("c2", at, 1.0 / 3, new("chronos", "it's")), Steady("c1", at, 0.1), Point("c0", at.Minute % 2 == 0 ? null : new() { At = at.AddSeconds(-1), MemoryRssBytes = 5 })]);
            await folder.AppendAsync(batch);
            expected.Add(UsageLook.From(batch));
        }

        async Task CheckAsync() => Assert.Equal(
            expected.SelectMany(l => l.Points.Select(p => (l.At, p))),
            (await folder.Store.ReadLooksAsync(Day, Day.AddDays(2), StoreFolder.Token)).SelectMany(l => l.Points.Select(p => (l.At, p))));

        await CheckAsync();
        await folder.SealAsync(Day);
        await CheckAsync();
        Assert.Equal(expected[3..5].Select(l => l.At), (await folder.Store.ReadLooksAsync(expected[3].At, expected[5].At, StoreFolder.Token)).Select(l => l.At));
    }
}
