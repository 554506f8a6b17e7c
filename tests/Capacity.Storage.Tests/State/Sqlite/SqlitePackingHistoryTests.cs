using Capacity.Core.Packing.History;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqlitePackingHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_AndRead_GivesBackEveryFigureOfTheLevel()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        PackingPoint[] points =
        [
            Point(PackingLevel.Cluster, "", 0) with { HeadroomRatio = 0.25, CompactionRatio = 0.5, BoundRatio = 0.4, RepackRatio = 0.45, LossUnplaced = 3, Risks = 2, MixRoom = 7.5, Rooms = (9, 4, 1), Memory = new(0.5, 0.25, 0.125, null) },
            Point(PackingLevel.Zone, "east", 0),
            Point(PackingLevel.Zone, "west", 0),
            Point(PackingLevel.Zone, "east", 5),
        ];
        await state.Packing.AppendAsync(points, Token);
        await state.Packing.AppendAsync(points[..1], Token);

        Assert.Equal([points[0]], await state.Packing.ReadAsync(PackingLevel.Cluster, Noon, Noon.AddMinutes(1), Token));
        Assert.Equal([points[1], points[3], points[2]], await state.Packing.ReadAsync(PackingLevel.Zone, Noon, Noon.AddHours(1), Token));
        Assert.Empty(await state.Packing.ReadAsync(PackingLevel.Role, Noon, Noon.AddHours(1), Token));
        Assert.Empty(await state.Packing.ReadAsync(PackingLevel.Cluster, Noon.AddHours(-1), Noon, Token));
    }

    [Fact]
    public async Task DropBefore_OldPoints_KeepsTheOthers()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        await state.Packing.AppendAsync([Point(PackingLevel.Cluster, "", -10), Point(PackingLevel.Cluster, "", 0)], Token);

        Assert.Equal(1, await state.Packing.DropBeforeAsync(Noon, Token));
        Assert.Single(await state.Packing.ReadAsync(PackingLevel.Cluster, Noon.AddDays(-1), Noon.AddDays(1), Token));
    }

    private static PackingPoint Point(PackingLevel level, string name, int minutes) => new()
    {
        At = Noon.AddMinutes(minutes),
        Level = level,
        Name = name,
        Agents = 5,
        UsedAgents = 4,
        Containers = 99,
        Cpu = new(0.5, 0.125, null, 0.75),
    };

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(folder.File("state.db"), new FakeTimeProvider(Noon), Token)).State;
}
