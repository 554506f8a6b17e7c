using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Brings the files on disk and the engine together: at the start, and after the engine had to be started anew.</summary>
internal sealed class DayFolder(StoreFiles files, DuckDbEngine engine, Quarantine quarantine, TimeProvider time)
{
    /// <summary>Clears away what a crash left half done, and attaches every day that is still open.</summary>
    public DayCatalog Load()
    {
        foreach (var spilled in Directory.GetFiles(files.Spill))
        {
            File.Delete(spilled);
        }

        var catalog = LoadSealed();
        foreach (var part in Directory.GetFiles(files.Open, "*" + StoreFiles.Database)
            .Concat(Directory.GetFiles(files.Open, "*" + StoreFiles.WriteAheadLog))
            .Select(f => StoreFiles.Parse(Path.GetFileName(f).Split(StoreFiles.Database)[0]))
            .OfType<DayPart>()
            .Distinct()
            .OrderBy(p => (p.Day, p.Generation)))
        {
            if (catalog.SealedOn(part.Day)?.Part.Generation >= part.Generation)
            {
                // Sealed, and then there was a crash before it was deleted.
                DeleteDatabase(part);
            }
            else
            {
                catalog = catalog.With(Attach(part));
            }
        }

        return catalog;
    }

    /// <summary>Attaches a day's database, making it where it is missing and setting aside what is damaged.</summary>
    public OpenDay Attach(DayPart part)
    {
        var log = files.DatabaseOf(part) + ".wal";
        try
        {
            return AttachAsIs(part);
        }
        catch (Exception e) when (Faults.IsExpected(e) && Faults.Of(e) == StoreFault.Damaged && File.Exists(log))
        {
            quarantine.SetAside(log, $"samples of {part.Day:yyyy-MM-dd} since the last checkpoint are missing", Faults.Line(e));
        }
        catch (Exception e) when (Faults.IsExpected(e) && Faults.Of(e) == StoreFault.Damaged)
        {
            SetAside(part, Faults.Line(e));
        }

        try
        {
            return AttachAsIs(part);
        }
        catch (Exception e) when (Faults.IsExpected(e) && Faults.Of(e) == StoreFault.Damaged)
        {
            SetAside(part, Faults.Line(e));
            return AttachAsIs(part);
        }
    }

    /// <summary>Detaches a day's database and deletes it: it has been sealed.</summary>
    public void Delete(DayPart part)
    {
        engine.Detach(part);
        DeleteDatabase(part);
    }

    private void DeleteDatabase(DayPart part)
    {
        // The log goes last: without its database it holds nothing, and with it nothing that is not in there.
        File.Delete(files.DatabaseOf(part));
        File.Delete(files.DatabaseOf(part) + ".wal");
    }

    /// <summary>Sets a day's database and its log aside; the day goes on empty with the next batch.</summary>
    public void SetAside(DayPart part, string cause)
    {
        quarantine.SetAside(files.DatabaseOf(part), $"what was stored of {part.Day:yyyy-MM-dd} since it was last sealed is missing", cause);
        if (File.Exists(files.DatabaseOf(part) + ".wal"))
        {
            quarantine.SetAside(files.DatabaseOf(part) + ".wal", "it belongs to the database beside it", cause);
        }
    }

    private DayCatalog LoadSealed()
    {
        var catalog = DayCatalog.Empty;
        foreach (var folder in Directory.GetDirectories(files.Days))
        {
            if (folder.EndsWith(StoreFiles.Unfinished, StringComparison.Ordinal))
            {
                StoreFiles.DeleteFolder(folder);
            }
            else if (StoreFiles.Parse(Path.GetFileName(folder)) is { } part)
            {
                var other = catalog.SealedOn(part.Day);
                if (other is null || other.Part.Generation < part.Generation)
                {
                    catalog = catalog.With(SealedDay.Read(part, folder));
                    StoreFiles.DeleteFolder(other?.Folder ?? "");
                }
                else
                {
                    StoreFiles.DeleteFolder(folder);
                }
            }
        }

        return catalog;
    }

    private OpenDay AttachAsIs(DayPart part)
    {
        engine.Attach(part);
        try
        {
            using var session = engine.Connect(CancellationToken.None);
            session.Execute($"USE {part.Alias}");
            session.Execute($"BEGIN; {Tables.Create} COMMIT;");
            var series = session.Query(
                "SELECT id, framework, app, container, agent FROM series",
                r => KeyValuePair.Create(new SeriesKey(r.GetString(3), new(r.GetString(1), r.GetString(2)), r.GetString(4)), r.GetInt32(0)));
            var day = new OpenDay(part, new(series), time.GetUtcNow()) { Newest = session.Number("SELECT max(at_us) FROM groups") };
            DayBuckets.Renew(session, day);
            day.RolledUntil = DayBuckets.Until(session, day);
            return day;
        }
        catch (Exception e) when (Faults.IsExpected(e))
        {
            engine.Detach(part);
            throw;
        }
    }
}
