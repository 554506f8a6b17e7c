using System.Collections.Concurrent;
using Capacity.Core.Alerting.Board;

namespace Capacity.Server.Incidents;

/// <summary>What waits for the desk, in order. Senders of alerts are not kept waiting.</summary>
internal sealed class DeskInbox(TimeProvider time) : IAlertListener, IDisposable
{
    private readonly ConcurrentQueue<DeskInput> inputs = new();
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Gets whether nothing waits.</summary>
    public bool IsEmpty => inputs.IsEmpty;

    /// <inheritdoc/>
    public void Take(IReadOnlyList<AlertChange> changes) => Add(new DeskInput.Alerts(changes, time.GetTimestamp()));

    public void Add(DeskInput input)
    {
        inputs.Enqueue(input);
        bell.Release();
    }

    /// <summary>Waits until something is there, or for a while.</summary>
    /// <param name="until">How long at most, by the service's clock.</param>
    /// <param name="longest">How long at most, by the machine's clock, which may go slower than that.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(TimeSpan until, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timer = time.CreateTimer(_ => bell.Release(), null, until, Timeout.InfiniteTimeSpan);
        await bell.WaitAsync(longest, cancellationToken);
    }

    /// <summary>Takes everything that is there.</summary>
    public List<DeskInput> TakeAll()
    {
        while (bell.Wait(0))
        {
            // What rang so far is in the queue; what comes from here on rings again.
        }

        List<DeskInput> all = [];
        while (inputs.TryDequeue(out var input))
        {
            all.Add(input);
        }

        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Dispose();
}
