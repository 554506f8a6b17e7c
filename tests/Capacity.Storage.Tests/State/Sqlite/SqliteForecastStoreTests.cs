using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Units;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteForecastStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demand_AppendAndRead_GivesBackEveryFigure()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        DemandPoint[] hours = [Point(DemandStep.Hour, 0, DemandCut.Cluster), Point(DemandStep.Hour, 0, DemandCut.Zone(null)), Point(DemandStep.Hour, 1, DemandCut.Team("it's"))];
        await state.Demand.AppendAsync(hours, Token);
        await state.Demand.AppendAsync([hours[0] with { Looks = 60 }, Point(DemandStep.Day, 0, DemandCut.Cluster)], Token);

        Assert.Equal([hours[0] with { Looks = 60 }, .. hours[1..]], await state.Demand.ReadAsync(DemandStep.Hour, Noon, Noon.AddHours(2), Token));
        Assert.Equal(Noon, await state.Demand.FindLatestAsync(DemandStep.Hour, Token));
        Assert.Equal(1, await state.Demand.DropBeforeAsync(DemandStep.Day, Noon.AddDays(1), Token));
        Assert.Null(await state.Demand.FindLatestAsync(DemandStep.Day, Token));
    }

    [Fact]
    public async Task Forecasts_AppendAndRead_GivesThemBackInOrder()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        await state.Forecasts.AppendAsync([Forecast("a", 1), Forecast("b", 0), Forecast("a", 0)], Token);

        var read = await state.Forecasts.ReadAsync("a", Noon, Noon.AddDays(2), Token);

        Assert.Equal([Noon, Noon.AddDays(1)], read.Select(f => f.MadeAt));
        Assert.Equal(Forecast("a", 0).P50.Select(v => (float)v), read[0].P50.Select(v => (float)v));
        Assert.Equal((TimeSpan.FromDays(1), 3, 3), (read[0].Step, read[0].P10.Count, read[0].P90.Count));
        Assert.Equal(2, await state.Forecasts.DropBeforeAsync(Noon.AddHours(1), Token));
        Assert.Single(await state.Forecasts.ReadAsync("a", Noon, Noon.AddDays(2), Token));
    }

    [Fact]
    public async Task Levels_Put_ReplacesAll()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        await state.Forecasts.PutLevelsAsync(new Dictionary<string, RunOutLevel> { ["a"] = RunOutLevel.Warning, ["b"] = RunOutLevel.Critical }, Token);
        await state.Forecasts.PutLevelsAsync(new Dictionary<string, RunOutLevel> { ["b"] = RunOutLevel.Warning }, Token);

        Assert.Equal([new("b", RunOutLevel.Warning)], await state.Forecasts.ReadLevelsAsync(Token));
    }

    [Fact]
    public async Task Plans_AddAndRemove_KeepsTheRest()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        var growth = new StoredPlan(new(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), new() { Name = "more", Date = new(2026, 12, 1), Kind = PlannedEventKind.Demand, GrowthRatio = 0.2, Cut = DemandCut.Team("shop") });
        var machines = new StoredPlan(new(2, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), new()
        {
            Name = "rack", Date = new(2026, 11, 1), Kind = PlannedEventKind.Machines, Machines = -4, Cut = DemandCut.Zone("east"),
            Shape = new(CpuCores.FromCores(31.5), MemorySize.FromMebibytes(128 << 10), MemorySize.FromMebibytes(7), 2),
        });
        await state.Plans.AddAsync(growth, Token);
        await state.Plans.AddAsync(machines, Token);

        Assert.Equal([machines, growth], await state.Plans.ReadAsync(Token));
        Assert.True(await state.Plans.RemoveAsync(growth.Id, Token));
        Assert.False(await state.Plans.RemoveAsync(growth.Id, Token));
        Assert.Equal([machines], await state.Plans.ReadAsync(Token));
    }

    private static DemandPoint Point(DemandStep step, int hour, DemandCut cut) =>
        new(step, Noon.AddHours(hour), 12, new(cut, new(8, 9, 10, 2), new(1.5, 2e12, null, 0), new(0.25, null, null, null)));

    private static KeptForecast Forecast(string series, int day) =>
        new(series, Noon.AddDays(day), Noon.AddDays(day), TimeSpan.FromDays(1), [1, 2, 3], [1.5, 2.5, 3e12], [2, 3, 4]);

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(folder.File("state.db"), new FakeTimeProvider(Noon), Token)).State;
}
