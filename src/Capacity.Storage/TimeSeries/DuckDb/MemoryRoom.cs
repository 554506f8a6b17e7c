namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Gives the engine more memory for as long as somebody needs it: to seal a day, or for a statement that has run out of it.</summary>
internal sealed class MemoryRoom(DuckDbEngine engine, DuckDbOptions options)
{
    private readonly Lock gate = new();
    private int holders;

    /// <summary>Takes the room; it is given back by disposing of what this returns.</summary>
    public IDisposable Take()
    {
        lock (gate)
        {
            if (holders == 0)
            {
                Limit(options.SealingMemoryLimitBytes);
            }

            holders++;
            return new Hold(this);
        }
    }

    private void GiveBack()
    {
        lock (gate)
        {
            if (--holders == 0 && engine.IsRunning)
            {
                Limit(options.MemoryLimitBytes);
            }
        }
    }

    private void Limit(long bytes)
    {
        using var session = engine.Connect(CancellationToken.None);
        session.Execute(DuckDbEngine.MemoryLimit(bytes));
    }

    private sealed class Hold(MemoryRoom room) : IDisposable
    {
        public void Dispose() => room.GiveBack();
    }
}
