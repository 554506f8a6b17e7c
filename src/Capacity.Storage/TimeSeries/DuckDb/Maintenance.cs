using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Seals days, sorts what is not sealed yet, and drops what is old.</summary>
internal sealed class Maintenance(
    DayStore days, MemoryRoom room, DayFolder folder, DaySealer sealer, TailSorter sorter, BatchAppender appender, DuckDbOptions options, Retention retention, Alarms alarms, TimeProvider time)
{
    public MaintenanceReport Run(CancellationToken cancellationToken)
    {
        List<string> faults = [];
        var sealedDays = SealAll(faults, cancellationToken);
        foreach (var day in days.Catalog.Open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Try(faults, $"sort {day.Part.Day:yyyy-MM-dd}", () => sorter.Sort(day, cancellationToken));
        }

        List<DateOnly> raw = [], all = [];
        foreach (var day in days.Catalog.Sealed.ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Try(faults, $"drop {day.Part.Day:yyyy-MM-dd}", () => Drop(day, raw, all));
        }

        return new(sealedDays, raw, all, faults);
    }

    private List<DateOnly> SealAll(List<string> faults, CancellationToken cancellationToken)
    {
        List<DateOnly> done = [];

        // The lowest generation of each day first; a later one waits for it, for it would supersede it.
        foreach (var day in days.Catalog.Open.Where(IsDue).OrderBy(o => (o.Part.Day, o.Part.Generation)).DistinctBy(o => o.Part.Day).ToList())
        {
            if (appender.FreeBytes() < options.MinimumFreeBytes)
            {
                faults.Add($"{day.Part.Day:yyyy-MM-dd} is not sealed: too little room on the disk.");
            }
            else if (Try(faults, $"seal {day.Part.Day:yyyy-MM-dd}", () => Seal(day, cancellationToken)))
            {
                done.Add(day.Part.Day);
            }
        }

        return done;
    }

    private bool IsDue(OpenDay day)
    {
        var now = time.GetUtcNow();
        return now - options.SealAfter >= Moments.ToTime(day.Part.Day.AddDays(1).ToMicroseconds()) && now - options.SealAfter >= day.LastAppend;
    }

    private void Seal(OpenDay day, CancellationToken cancellationToken)
    {
        var starts = days.Starts;
        days.Change(catalog =>
        {
            day.Sealing = true;
            return catalog;
        });
        try
        {
            SealedDay closed;
            using (var session = days.Connect(cancellationToken))
            using (room.Take())
            {
                closed = sealer.Seal(session, days.Catalog, day);
            }

            days.Change(catalog => starts == days.Starts ? Replace(catalog, day, closed) : catalog);
        }
        finally
        {
            day.Sealing = false;
        }
    }

    private DayCatalog Replace(DayCatalog catalog, OpenDay day, SealedDay closed)
    {
        var before = catalog.SealedOn(closed.Part.Day);
        folder.Delete(day.Part);
        StoreFiles.DeleteFolder(before?.Folder ?? "");
        return catalog.Without(day).With(closed);
    }

    private void Drop(SealedDay day, List<DateOnly> raw, List<DateOnly> all)
    {
        if (retention.DropsAll(days.Catalog, day.Part.Day))
        {
            days.Change(catalog =>
            {
                StoreFiles.DeleteFolder(day.Folder);
                return catalog.Without(day);
            });
            all.Add(day.Part.Day);
        }
        else if (retention.DropsRaw(days.Catalog, day.Part.Day) && (day.Has(StoreFiles.Containers) || day.Has(StoreFiles.Agents)))
        {
            days.Change(catalog =>
            {
                File.Delete(day.PathOf(StoreFiles.Containers));
                File.Delete(day.PathOf(StoreFiles.Agents));
                return catalog.With(SealedDay.Read(day.Part, day.Folder));
            });
            raw.Add(day.Part.Day);
        }
    }

    private bool Try(List<string> faults, string what, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (Faults.IsExpected(e))
        {
            // The next round is the retry; nothing that was there has been touched.
            faults.Add($"Could not {what}: {Faults.Line(e)}");
            alarms.Raise(Faults.Of(e), faults[^1]);
            return false;
        }
    }
}
