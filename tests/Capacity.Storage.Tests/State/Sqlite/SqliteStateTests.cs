using Capacity.Core.Cluster;
using Capacity.Core.Inventory;
using Capacity.Core.Units;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remember_Agents_AreThereAfterReopening()
    {
        using var folder = new TempFolder();
        var agents = new[] { Full("a1"), Bare("a2", Noon) };
        using (var state = await OpenAsync(folder))
        {
            await state.Inventory.RememberAsync(agents, Token);
        }

        using var again = await OpenAsync(folder);
        Assert.Equivalent(agents, await again.Inventory.ReadAgentsAsync(Token), strict: true);
    }

    [Fact]
    public async Task Remember_AgentThatSaysLess_KeepsWhatWasKnown()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        await state.Inventory.RememberAsync([Full("a1")], Token);

        await state.Inventory.RememberAsync([Bare("a1", Noon.AddHours(1)) with { State = AgentState.Unreachable, Id = "S9" }], Token);
        await state.Inventory.RememberAsync([Bare("a1", Noon.AddHours(-1)) with { State = AgentState.Unreachable, Id = "S9" }], Token);

        var expected = Full("a1") with { State = AgentState.Unreachable, Id = "S9", FirstSeen = Noon.AddHours(-1), LastSeen = Noon.AddHours(1) };
        Assert.Equivalent(expected, Assert.Single(await state.Inventory.ReadAgentsAsync(Token)), strict: true);
    }

    [Fact]
    public async Task Open_NewerVersion_RefusesAndChangesNothing()
    {
        using var folder = new TempFolder();
        (await OpenAsync(folder)).Dispose();
        Execute(folder, "INSERT INTO schema_version VALUES (99, '0099_future.sql', '')");

        var refused = Assert.IsType<StateOpening.Refused>(await SqliteState.OpenAsync(folder.File("state.db"), TimeProvider.System, Token));

        Assert.Contains("version 99 and this program knows versions up to", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_StepThatFails_LeavesTheVersionBefore()
    {
        using var folder = new TempFolder();
        var good = new Migration(1, "0001_a.sql", "CREATE TABLE a (x INTEGER)");
        var bad = new Migration(2, "0002_b.sql", "CREATE TABLE b (x INTEGER); CREATE TABLE a (x INTEGER)");

        Assert.IsType<StateOpening.Refused>(SqliteState.Open(folder.File("state.db"), TimeProvider.System, [good, bad]));
        var opened = Assert.IsType<StateOpening.Opened>(SqliteState.Open(folder.File("state.db"), TimeProvider.System, [good]));

        using var connection = opened.State.Connect();
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT max(version) FROM schema_version"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"));
        opened.State.Dispose();
    }

    [Fact]
    public async Task Open_DamagedOrForeignFile_SaysSo()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("state.db"), new string('x', 5000), Token);

        var refused = Assert.IsType<StateOpening.Refused>(await SqliteState.OpenAsync(folder.File("state.db"), TimeProvider.System, Token));

        Assert.Contains("not a database", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Settings_AreDurable()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        using var connection = state.Connect();

        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(2, connection.ExecuteScalar<int>("PRAGMA synchronous"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.Equal(10_000, connection.ExecuteScalar<int>("PRAGMA busy_timeout"));
    }

    private static KnownAgent Bare(string name, DateTimeOffset seen) => new()
    {
        Name = new(name, 5051), Id = "S1", State = AgentState.Active, FirstSeen = seen, LastSeen = seen,
    };

    private static KnownAgent Full(string name) => Bare(name, Noon) with
    {
        Address = new("10.0.0.1", 5051),
        Total = new(CpuCores.FromCores(15.9), MemorySize.FromMebibytes(1000), MemorySize.FromMebibytes(5), 2),
        Zone = "z1",
        Rack = "r1",
        Version = "1.11.0",
        Attributes = new Dictionary<string, string> { ["zone"] = "z1", ["disk"] = "ssd" },
    };

    private static async Task<SqliteState> OpenAsync(TempFolder folder) => Assert.IsType<StateOpening.Opened>(
        await SqliteState.OpenAsync(folder.File("state.db"), new FakeTimeProvider(Noon), Token)).State;

    private static void Execute(TempFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("state.db")};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
