using Capacity.Core.Cluster;
using Capacity.Core.Inventory;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Keeping;

/// <summary>Puts each collection into the stores. What the disk refuses waits, and is handed in again with the next one.</summary>
/// <remarks>Collections come one after the other, so there is no lock; what is told of the keeper may be read from any thread.</remarks>
public sealed class SampleKeeper(Stores stores)
{
    /// <summary>The collections that may wait: an hour of the usual interval.</summary>
    private const int MostWaiting = 60;

    /// <summary>The rows that may wait, for large clusters: some 150 MB.</summary>
    private const int MostRowsWaiting = 500_000;

    /// <summary>How long what was known stands in for what cannot be asked: longer than agents may take to register with a new master.</summary>
    private static readonly TimeSpan LongestStandIn = TimeSpan.FromMinutes(15);

    private readonly InventoryKeeper inventory = new(stores.State.Inventory);
    private readonly Queue<SampleBatch> queue = new();
    private volatile KeepingState state = new();

    /// <summary>Gets how the keeping goes.</summary>
    public KeepingState State => state;

    /// <summary>Keeps a collection and everything that waits. Of one in which nobody said what agents there are, a gap is kept.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> KeepAsync(ScanReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (KnowsAgents(report.Picture))
        {
            queue.Enqueue(SampleBatch.From(report));
            Note(state);
        }

        var trouble = await HandInAsync(cancellationToken);
        await NoteAgentsAsync(() => inventory.RememberAsync([.. report.Agents.Select(a => KnownAgent.From(a.Agent, report.To))], cancellationToken));
        return trouble ?? state.InventoryTrouble;
    }

    /// <summary>Hands everything in that waits, when the service ends.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> FlushAsync(CancellationToken cancellationToken)
    {
        var trouble = await HandInAsync(cancellationToken);
        await NoteAgentsAsync(() => inventory.FlushAsync(cancellationToken));
        return trouble ?? state.InventoryTrouble;
    }

    internal static bool KnowsAgents(ClusterSnapshot picture) =>
        picture.AgentsListed || picture.Agents.Any(a => a.CountsAsCapacity && picture.TakenAt - a.AsOf <= LongestStandIn);

    private async Task NoteAgentsAsync(Func<Task> remember)
    {
        try
        {
            await remember();
            state = state with { InventoryTrouble = null };
        }
        catch (IOException e)
        {
            // The next collection brings all of it again.
            state = state with { InventoryTrouble = e.Message };
        }
    }

    private async Task<string?> HandInAsync(CancellationToken cancellationToken)
    {
        string? lost = null;
        while (queue.TryPeek(out var batch))
        {
            switch (await stores.Samples.AppendAsync(batch, cancellationToken))
            {
                case AppendOutcome.Failed(StoreFault.OutOfRange, var detail):
                    // It never will be taken, and nothing behind it may wait for it.
                    queue.Dequeue();
                    lost = $"{detail} It is lost.";
                    Note(state with { CollectionsLost = state.CollectionsLost + 1 });
                    break;

                case AppendOutcome.Failed(_, var detail):
                    lost = DropTheOldest() is { } dropped ? $"{detail} The collection of {dropped:u} is lost, for too many wait." : lost;
                    Note(state with { Trouble = detail });
                    return lost ?? detail;

                case AppendOutcome.Stored(var rows):
                    queue.Dequeue();
                    Note(state with
                    {
                        Trouble = null,
                        CollectionsStored = state.CollectionsStored + 1,
                        RowsStored = state.RowsStored + rows,
                        NewestStored = state.NewestStored > batch.TakenAt ? state.NewestStored : batch.TakenAt,
                    });
                    break;
            }
        }

        return lost;
    }

    private DateTimeOffset? DropTheOldest()
    {
        DateTimeOffset? dropped = null;
        while (queue.Count > 1 && (queue.Count > MostWaiting || queue.Sum(Rows) > MostRowsWaiting))
        {
            dropped = queue.Dequeue().TakenAt;
            state = state with { CollectionsLost = state.CollectionsLost + 1 };
        }

        return dropped;
    }

    private void Note(KeepingState now) => state = now with { CollectionsWaiting = queue.Count, RowsWaiting = queue.Sum(Rows) };

    private static int Rows(SampleBatch batch) => batch.Containers.Count + batch.Agents.Count + batch.Zones.Count + 1;
}
