using Capacity.Core.Alerting.Board;

namespace Capacity.Server.Alerts;

/// <summary>Stores alerts for many senders at once: whatever arrives while the disk is busy goes into one transaction.</summary>
/// <param name="store">The store.</param>
internal sealed class AlertJournal(IAlertStore store)
{
    private readonly Lock gate = new();
    private AlertBatch next = new();
    private AlertBatch? underWay;
    private AlertBatch? unstored;

    /// <summary>Gets why the last batch was not stored; <see langword="null"/> where it was.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Stores alerts. It ends when they are on disk, and all that was given before them.</summary>
    /// <exception cref="IOException">They could not be stored, and are tried again with the next.</exception>
    public Task StoreAsync(IReadOnlyCollection<Alert> changed, IReadOnlyCollection<Alert> forgotten)
    {
        lock (gate)
        {
            next.Add(changed, forgotten);
            if (unstored is not null)
            {
                next.AddOlder(unstored);
                unstored = null;
            }

            if (next.IsEmpty)
            {
                return underWay?.Stored ?? Task.CompletedTask;
            }

            var mine = next;
            if (underWay is null)
            {
                Begin();
                _ = RunAsync(mine);
            }

            return mine.Stored;
        }
    }

    private async Task RunAsync(AlertBatch? batch)
    {
        while (batch is not null)
        {
            try
            {
                await store.WriteAsync(batch.Changed.Values, batch.Forgotten.Values, CancellationToken.None);
                Trouble = null;
                batch.Succeed();
            }
            catch (IOException e)
            {
                Trouble = e.Message;
                Keep(batch);
                batch.Fail(e);
            }
            finally
            {
                GiveUp(batch);
            }

            batch = Next();
        }
    }

    private AlertBatch? Next()
    {
        lock (gate)
        {
            underWay = null;
            return next.IsEmpty ? null : Begin();
        }
    }

    /// <summary>What nobody foresaw must not let senders wait forever.</summary>
    private void GiveUp(AlertBatch batch)
    {
        if (!batch.Stored.IsCompleted)
        {
            batch.Fail(new IOException("The alerts were not stored."));
            lock (gate)
            {
                underWay = null;
            }
        }
    }

    private AlertBatch Begin()
    {
        (underWay, next) = (next, new());
        return underWay;
    }

    private void Keep(AlertBatch failed)
    {
        lock (gate)
        {
            if (unstored is { } older)
            {
                failed.AddOlder(older);
            }

            unstored = failed;
        }
    }
}
