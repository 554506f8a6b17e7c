using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Takes batches, and what reports say of agents, in: one at a time.</summary>
internal sealed class BatchAppender(DayStore days, StoreFiles files, DuckDbOptions options, Retention retention, StoreState state, TimeProvider time)
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    public AppendOutcome Append(SampleBatch batch, CancellationToken cancellationToken) =>
        Append(
            batch.TakenAt,
            (session, catalog, day) =>
            {
                lock (days.Writing)
                {
                    UndoBeside(session, catalog, day, batch.TakenAt.ToMicroseconds());
                    return BatchWriter.Write(session, day, batch, options.LongestGap);
                }
            },
            cancellationToken);

    public AppendOutcome Append(DateTimeOffset at, IReadOnlyCollection<PackingPoint> agents, CancellationToken cancellationToken) =>
        Append(at, (session, _, day) => PackingWriter.Write(session, day, agents), cancellationToken);

    /// <summary>The free room on the disk of a folder, in bytes.</summary>
    public long FreeBytes() => new DriveInfo(files.Folder).AvailableFreeSpace;

    private AppendOutcome Append(DateTimeOffset at, Func<DuckDbSession, DayCatalog, OpenDay, int> write, CancellationToken cancellationToken)
    {
        try
        {
            var day = Moments.DayOf(at);
            if (at - time.GetUtcNow() > MostAhead)
            {
                return new AppendOutcome.Failed(StoreFault.OutOfRange, $"The batch is of {at:u}, more than a day ahead of the clock.");
            }

            if (FreeBytes() is var free && free < options.MinimumFreeBytes)
            {
                return state.Failed(StoreFault.DiskFull, $"'{files.Folder}' has {free >> 20} MiB left on its disk, less than the {options.MinimumFreeBytes >> 20} MiB to be kept free.");
            }

            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                days.Open(day);
                if (days.Use((session, catalog) => Append(session, catalog, at, write), cancellationToken) is { } outcome)
                {
                    return outcome;
                }
            }

            return state.Failed(StoreFault.Unavailable, $"{day:yyyy-MM-dd} is being sealed again and again; hand the batch in later.");
        }
        catch (Exception e) when (Faults.IsExpected(e))
        {
            return state.Failed(Faults.Of(e), Faults.Line(e));
        }
    }

    /// <summary>Appends; <see langword="null"/> where the day was closed between its opening and now.</summary>
    private AppendOutcome? Append(DuckDbSession session, DayCatalog catalog, DateTimeOffset at, Func<DuckDbSession, DayCatalog, OpenDay, int> write)
    {
        var day = Moments.DayOf(at);
        if (retention.DropsRaw(catalog, day) || catalog.SealedOn(day)?.Has(StoreFiles.Containers) == false)
        {
            return new AppendOutcome.Failed(StoreFault.OutOfRange, $"The batch is of {at:u}; raw samples of that day are not kept.");
        }

        if (catalog.Taking(day) is not { } open)
        {
            return null;
        }

        var rows = write(session, catalog, open);

        // The first batch of a day makes the database, and the first after a checkpoint its log.
        FolderSync.Sync(files.Open);
        open.LastAppend = time.GetUtcNow();
        return state.Stored(rows);
    }

    /// <summary>A batch near midnight changes 5 minutes of the day beside it. One transaction writes to one database; to make data once too often does no harm.</summary>
    private void UndoBeside(DuckDbSession session, DayCatalog catalog, OpenDay own, long at)
    {
        foreach (var day in catalog.Open.Where(o => o != own && o.RolledUntil > 0))
        {
            using var transaction = session.Connection.BeginTransaction();
            var rolled = DayBuckets.Undo(session, day, at, options.LongestGap.ToMicroseconds());
            transaction.Commit();
            day.RolledUntil = rolled;
        }
    }
}
