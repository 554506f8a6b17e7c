using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Finds out which file a failed statement stumbled over, by reading files whole, one at a time.</summary>
internal sealed class DamageProbe(DuckDbEngine engine, DayFolder folder, Quarantine quarantine)
{
    /// <summary>Sets aside the first damaged file, the one that the complaint names before all others.</summary>
    /// <returns>The catalog without it, and whether there was one.</returns>
    public (DayCatalog Catalog, bool Found) SetDamagedAside(DayCatalog catalog, string complaint)
    {
        foreach (var (day, file) in catalog.Sealed
            .SelectMany(d => d.Files.Select(f => (Day: d, File: f)))
            .OrderByDescending(f => complaint.Contains(f.Day.PathOf(f.File), StringComparison.Ordinal))
            .ThenByDescending(f => f.Day.Part.Day))
        {
            if (Complaint(Sql.Parquet([day.PathOf(file)])) is { } cause)
            {
                quarantine.SetAside(day.PathOf(file), $"{day.Part.Day:yyyy-MM-dd} is read without it", cause);
                return (catalog.With(SealedDay.Read(day.Part, day.Folder)), true);
            }
        }

        foreach (var open in catalog.Open)
        {
            if (Tables.All.Select(t => Complaint(Tables.Of(open, t))).FirstOrDefault(c => c is not null) is { } cause)
            {
                engine.Detach(open.Part);
                folder.SetAside(open.Part, cause);
                return (catalog.Without(open), true);
            }
        }

        return (catalog, false);
    }

    private string? Complaint(string table)
    {
        try
        {
            using var session = engine.Connect(CancellationToken.None);
            session.Execute($"SELECT max(hash(COLUMNS(*))) FROM {table}");
            return null;
        }
        catch (Exception e) when (Faults.IsExpected(e) && Faults.Of(e) == StoreFault.Damaged)
        {
            return Faults.Line(e);
        }
    }
}
