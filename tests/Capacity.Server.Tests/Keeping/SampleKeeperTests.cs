using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Capacity.Server.Keeping;
using Capacity.Storage.State.Sqlite;

namespace Capacity.Server.Tests.Keeping;

public sealed class SampleKeeperTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true, AgentState.Active, 0, 1)]
    [InlineData(true, AgentState.Unreachable, 0, 1)]
    [InlineData(false, AgentState.Active, 5, 1)]
    [InlineData(false, AgentState.Active, 16, 0)]
    [InlineData(false, AgentState.Unreachable, 5, 0)]
    public async Task Keep_WhateverIsKnown_IsStoredAndWhatNobodyKnowsIsAGap(bool isListed, AgentState state, int minutesAgo, int expected)
    {
        var samples = new FailingStore();
        using var inventory = Assert.IsType<StateOpening.Opened>(
            await SqliteState.OpenAsync(Path.Combine(folder, "state.db"), TimeProvider.System, TestContext.Current.CancellationToken)).State;
        var keeper = new SampleKeeper(new(samples, inventory));

        var trouble = await keeper.KeepAsync(Report(isListed, state, Noon.AddMinutes(-minutesAgo)), TestContext.Current.CancellationToken);

        Assert.Null(trouble);
        Assert.Equal(expected, samples.Batches.Count);
        Assert.Equal(0, keeper.State.CollectionsWaiting);
    }

    private static ScanReport Report(bool isListed, AgentState state, DateTimeOffset asOf)
    {
        var total = new ResourceVector(CpuCores.FromCores(8), MemorySize.FromMebibytes(32768));
        var agent = new Agent
        {
            Name = new("a1", 5051), Id = "S1", Address = null, State = state, AsOf = asOf,
            Resources = new(total, default, default, total, default, [], default, default),
        };
        return ScanAnalysis.Analyse([new() { TakenAt = Noon, AgentsListed = isListed, Agents = [agent] }]);
    }
}
