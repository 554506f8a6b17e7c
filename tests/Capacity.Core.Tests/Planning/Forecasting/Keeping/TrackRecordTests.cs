using Capacity.Core.Planning.Forecasting.Keeping;

namespace Capacity.Core.Tests.Planning.Forecasting.Keeping;

public sealed class TrackRecordTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void Of_KeptForecasts_AreJudgedByWhatCame()
    {
        KeptForecast[] kept =
        [
            new("cpus", Monday, Monday, Day, [8, 8, 8], [10, 10, 10], [12, 12, 12]),
            new("cpus", Monday + Day, Monday + Day, Day, [9, 9, 9], [11, 11, 11], [13, 13, 13]),
        ];
        var came = new Dictionary<DateTimeOffset, double> { [Monday] = 10, [Monday + Day] = 14, [Monday + (2 * Day)] = 12 };

        var record = TrackRecord.Of(kept, came);

        Assert.Equal(5, record.Count);
        Assert.Equal(0.6, record.Coverage80!.Value, 9);
        Assert.Equal([new(1, 2, 1.5, 0.5), new(2, 2, 2.5, 0.5), new(3, 1, 2, 1)], record.Steps);
    }

    [Fact]
    public void Of_NothingCameYet_IsUnknown() =>
        Assert.Null(TrackRecord.Of([new("cpus", Monday, Monday, Day, [8], [10], [12])], new Dictionary<DateTimeOffset, double>()).Coverage80);
}
