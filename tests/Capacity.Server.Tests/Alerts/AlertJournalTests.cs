using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Server.Alerts;

namespace Capacity.Server.Tests.Alerts;

public sealed class AlertJournalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Store_WhileTheDiskIsBusy_IsOneTransactionAfterIt()
    {
        var store = new SlowStore();
        var journal = new AlertJournal(store);

        var first = journal.StoreAsync([Alert("a")], []);
        var waiting = new[] { journal.StoreAsync([Alert("b")], []), journal.StoreAsync([Alert("c")], [Alert("b")]), journal.StoreAsync([], []) };
        Assert.All([first, .. waiting], t => Assert.False(t.IsCompleted));
        store.Finish();
        await first;
        store.Finish();
        await Task.WhenAll(waiting);

        Assert.Equal(["+a", "+c -b"], store.Written);
        await journal.StoreAsync([], []);
        Assert.Equal(2, store.Written.Count);
    }

    [Fact]
    public async Task Store_DiskIsFull_SaysSoAndStoresItWithTheNext()
    {
        var store = new SlowStore();
        var journal = new AlertJournal(store);
        var lost = journal.StoreAsync([Alert("a"), Alert("b")], [Alert("c")]);
        store.Finish(new IOException("no space left"));
        await Assert.ThrowsAsync<IOException>(() => lost);
        Assert.Equal("no space left", journal.Trouble);

        var next = journal.StoreAsync([Alert("d")], [Alert("b")]);
        store.Finish();
        await next;

        Assert.Equal(["+a +b -c", "+a +d -b -c"], store.Written);
        Assert.Null(journal.Trouble);
    }

    [Fact]
    public async Task Store_NothingNewAfterAFailure_IsNotDoneBeforeTheOldIsStored()
    {
        var store = new SlowStore();
        var journal = new AlertJournal(store);
        var lost = journal.StoreAsync([Alert("a")], []);
        store.Finish(new IOException("no space left"));
        await Assert.ThrowsAsync<IOException>(() => lost);

        var again = journal.StoreAsync([], []);
        Assert.False(again.IsCompleted);
        store.Finish();
        await again;

        Assert.Equal(["+a", "+a"], store.Written);
    }

    private static Alert Alert(string host) =>
        new() { Labels = LabelSet.Create([new("host", host)]), StartsAt = Noon, EndsAt = Noon, ArrivedAt = Noon, FirstArrivedAt = Noon };

    /// <summary>Writes when the test says so.</summary>
    private sealed class SlowStore : IAlertStore
    {
        private TaskCompletionSource disk = new();

        public List<string> Written { get; } = [];

        public void Finish(IOException? failure = null)
        {
            var done = disk;
            disk = new();
            if (failure is null)
            {
                done.SetResult();
            }
            else
            {
                done.SetException(failure);
            }
        }

        public Task<IReadOnlyList<Alert>> ReadAsync(LabelPool pool, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteAsync(IReadOnlyCollection<Alert> changed, IReadOnlyCollection<Alert> forgotten, CancellationToken cancellationToken)
        {
            Written.Add(string.Join(' ', changed.Select(a => $"+{a.Labels["host"]}").Order().Concat(forgotten.Select(a => $"-{a.Labels["host"]}").Order())));
            return disk.Task;
        }
    }
}
