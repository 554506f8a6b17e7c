using Capacity.Core.Cluster;
using Capacity.Core.Inventory;
using Capacity.Server.Keeping;

namespace Capacity.Server.Tests.Keeping;

public sealed class InventoryKeeperTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly NotingInventory store = new();

    [Fact]
    public async Task Remember_NothingNewWithinMinutes_IsNotWrittenAgain()
    {
        var keeper = new InventoryKeeper(store);

        await RememberAsync(keeper, Seen("a1", 0), Seen("a2", 0));
        await RememberAsync(keeper, Seen("a1", 4), Seen("a2", 4));
        await RememberAsync(keeper, Seen("a1", 5), Seen("a2", 4));

        Assert.Equal([["a1", "a2"], ["a1"]], store.Writes);
    }

    [Theory]
    [InlineData("S2", AgentState.Active, "r1")]
    [InlineData("S1", AgentState.Unreachable, "r1")]
    [InlineData("S1", AgentState.Active, "r2")]
    public async Task Remember_WhatIsNew_IsWrittenAtOnce(string id, AgentState state, string rack)
    {
        var keeper = new InventoryKeeper(store);
        await RememberAsync(keeper, Seen("a1", 0), Seen("a2", 0));

        await RememberAsync(keeper, Seen("a1", 1) with { Id = id, State = state, Attributes = new Dictionary<string, string> { ["rack"] = rack } }, Seen("a2", 1));

        Assert.Equal(["a1"], store.Writes[^1]);
    }

    [Fact]
    public async Task Remember_AfterAWriteThatFailed_IsWrittenAgain()
    {
        var keeper = new InventoryKeeper(store);
        store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => RememberAsync(keeper, Seen("a1", 0)));
        store.Fails = false;

        await RememberAsync(keeper, Seen("a1", 1));

        Assert.Equal([["a1"]], store.Writes);
    }

    [Fact]
    public async Task Flush_AgentsSeenSince_StoresWhen()
    {
        var keeper = new InventoryKeeper(store);
        await RememberAsync(keeper, Seen("a1", 0), Seen("a2", 0));
        await RememberAsync(keeper, Seen("a1", 3), Seen("a2", 0));

        await keeper.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a1"], store.Writes[^1]);
    }

    private static Task RememberAsync(InventoryKeeper keeper, params KnownAgent[] agents) => keeper.RememberAsync(agents, TestContext.Current.CancellationToken);

    private static KnownAgent Seen(string name, int minute) => new()
    {
        Name = new(name, 5051),
        Id = "S1",
        State = AgentState.Active,
        Attributes = new Dictionary<string, string> { ["rack"] = "r1" },
        FirstSeen = Noon.AddMinutes(minute),
        LastSeen = Noon.AddMinutes(minute),
    };

    private sealed class NotingInventory : IInventoryStore
    {
        public List<string[]> Writes { get; } = [];

        public bool Fails { get; set; }

        public Task<IReadOnlyList<KnownAgent>> ReadAgentsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RememberAsync(IReadOnlyCollection<KnownAgent> agents, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new IOException("no room");
            }

            Writes.Add([.. agents.Select(a => a.Name.Hostname)]);
            return Task.CompletedTask;
        }
    }
}
