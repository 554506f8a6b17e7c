using Capacity.Core.Alerting.Labels;
using Capacity.Core.Checks;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteCheckStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWasKept_IsEmptyAndOfNever()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);

        var (lookedAt, pending) = await state.Checks.ReadAsync(Token);

        Assert.Equal((DateTimeOffset.MinValue, 0), (lookedAt, pending.Count));
    }

    [Fact]
    public async Task Write_Twice_TheLastStandsInThePlaceOfTheFirst()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        PendingCheck down = new("MesosMasterDown", LabelSet.Create([new("master", "10.0.0.1:5050"), new("host", "it's \"one\"")]), Noon.AddMinutes(-3));
        PendingCheck late = new("CapacityCollectionLate", LabelSet.Empty, Noon.AddSeconds(-10));
        await state.Checks.WriteAsync(Noon, [down, down with { Labels = LabelSet.Empty }], Token);
        await state.Checks.WriteAsync(Noon.AddSeconds(15), [down, late], Token);

        var (lookedAt, pending) = await state.Checks.ReadAsync(Token);

        Assert.Equal(Noon.AddSeconds(15), lookedAt);
        Assert.Equal([late, down], pending);
    }

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(folder.Path, "state.db"), new FakeTimeProvider(Noon), Token)).State;
}
