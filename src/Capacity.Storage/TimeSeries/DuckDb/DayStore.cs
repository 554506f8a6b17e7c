using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>The days, and who may use them when: many read and append at a time, one changes which days there are.</summary>
internal sealed class DayStore(DuckDbEngine engine, MemoryRoom room, DayFolder folder, DamageProbe probe, Alarms alarms) : IDisposable
{
    private const int MostAttempts = 4;
    private readonly ReaderWriterLockSlim gate = new();
    private volatile DayCatalog catalog = DayCatalog.Empty;

    /// <summary>Gets the days as they are now; they may be gone in a moment.</summary>
    public DayCatalog Catalog => catalog;

    /// <summary>Gets what a batch and the making of 5-minute data hold while they write: a late batch undoes what is made without it.</summary>
    public Lock Writing { get; } = new();

    /// <summary>Gets how often the engine was started: what was attached before is no longer.</summary>
    public int Starts { get; private set; }

    /// <summary>Starts the engine, or starts it anew after a fatal error; throws where the files can't be used.</summary>
    public void Start() => Exclusively(Restart);

    /// <summary>Runs something over the days as they are, which stay as they are meanwhile.</summary>
    /// <remarks>Where a file turns out to be damaged it is set aside, and what is left is asked again; where memory runs out, it is tried again with more.</remarks>
    public T Use<T>(Func<DuckDbSession, DayCatalog, T> use, CancellationToken cancellationToken)
    {
        var isShort = false;
        for (var attempt = 1; ; attempt++)
        {
            EnsureRunning();
            using var more = isShort ? room.Take() : null;
            gate.EnterReadLock();
            try
            {
                using var session = engine.Connect(cancellationToken);
                return use(session, catalog);
            }
            catch (Exception e) when (Faults.IsOutOfMemory(e) && !isShort)
            {
                isShort = true;
            }
            catch (Exception e) when (Faults.IsExpected(e) && Mends(e) && attempt < MostAttempts)
            {
                // Mended below, outside of the lock that readers share.
                alarms.Raise(Faults.Of(e), $"A statement failed and is tried again: {Faults.Line(e)}");
                gate.ExitReadLock();
                if (!TryMend(e))
                {
                    throw;
                }
            }
            finally
            {
                if (gate.IsReadLockHeld)
                {
                    gate.ExitReadLock();
                }
            }
        }
    }

    /// <summary>Opens a session that outlives changes of the catalog. Whoever uses it must be the one who makes them.</summary>
    public DuckDbSession Connect(CancellationToken cancellationToken)
    {
        EnsureRunning();
        return engine.Connect(cancellationToken);
    }

    /// <summary>Makes sure that a day takes samples.</summary>
    public void Open(DateOnly day)
    {
        EnsureRunning();
        if (catalog.Taking(day) is null)
        {
            Exclusively(() => catalog = catalog.Taking(day) is null ? catalog.With(folder.Attach(catalog.Next(day))) : catalog);
        }
    }

    /// <summary>Changes which days there are, with nobody else at work.</summary>
    public void Change(Func<DayCatalog, DayCatalog> change) => Exclusively(() => catalog = change(catalog));

    public void Dispose()
    {
        engine.Dispose();
        gate.Dispose();
    }

    private static bool Mends(Exception e) => Faults.StopsEngine(e) || Faults.Of(e) == StoreFault.Damaged;

    private bool TryMend(Exception e)
    {
        var mended = false;
        Exclusively(() =>
        {
            if (Faults.StopsEngine(e))
            {
                Restart();
                mended = true;
            }
            else
            {
                (catalog, mended) = probe.SetDamagedAside(catalog, Faults.Line(e));
            }
        });
        return mended;
    }

    private void EnsureRunning()
    {
        if (!engine.IsRunning)
        {
            Exclusively(() =>
            {
                if (!engine.IsRunning)
                {
                    Restart();
                }
            });
        }
    }

    private void Restart()
    {
        engine.Stop();
        catalog = DayCatalog.Empty;
        try
        {
            Starts++;
            engine.Start();
            catalog = folder.Load();
        }
        catch
        {
            // Half of the days attached would be half of the data: rather none, and another try with the next call.
            engine.Stop();
            catalog = DayCatalog.Empty;
            throw;
        }
    }

    private void Exclusively(Action action)
    {
        gate.EnterWriteLock();
        try
        {
            action();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
