using Capacity.Core.Inventory;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Keeping;

/// <summary>Puts each collection into the stores. What the disk refuses waits, and is handed in again with the next one.</summary>
/// <remarks>Collections come one after the other, so there is no lock.</remarks>
public sealed class SampleKeeper(Stores stores)
{
    /// <summary>The collections that may wait: an hour of the usual interval.</summary>
    private const int MostWaiting = 60;

    private readonly Queue<SampleBatch> waiting = new();

    /// <summary>Gets how many collections wait for the disk.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Keeps a collection and everything that waits.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> KeepAsync(ScanReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        waiting.Enqueue(SampleBatch.From(report));
        while (waiting.TryPeek(out var batch))
        {
            if (await stores.Samples.AppendAsync(batch, cancellationToken) is AppendOutcome.Failed(_, var detail))
            {
                var dropped = waiting.Count > MostWaiting ? waiting.Dequeue() : null;
                return dropped is null ? detail : $"{detail} The collection of {dropped.TakenAt:u} is lost, for too many wait.";
            }

            waiting.Dequeue();
        }

        await stores.State.Inventory.RememberAsync([.. report.Agents.Select(a => Known(a, report.To))], cancellationToken);
        return null;
    }

    private static KnownAgent Known(AgentFigures figures, DateTimeOffset at) => new()
    {
        Name = figures.Agent.Name,
        Id = figures.Agent.Id,
        Address = figures.Agent.Address,
        State = figures.Agent.State,
        Total = figures.Agent.Resources?.Total,
        Zone = figures.Agent.Zone,
        Rack = figures.Agent.Rack,
        Attributes = figures.Agent.Attributes,
        Version = figures.Agent.Version,
        FirstSeen = at,
        LastSeen = figures.Agent.AsOf,
    };
}
