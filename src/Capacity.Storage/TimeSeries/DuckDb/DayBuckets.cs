namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>How far the 5-minute data of an open day go. The moment is in the database, so that whoever reads it in a transaction finds the data that go with it.</summary>
internal static class DayBuckets
{
    /// <summary>Reads the moment after the last of which there are 5-minute data; the beginning of the day where there are none.</summary>
    public static long Until(DuckDbSession session, OpenDay day) =>
        Math.Max(day.Part.Day.ToMicroseconds(), session.Number($"SELECT max(until_us) FROM {Tables.Of(day, Tables.Bucketed)}"));

    /// <summary>Sets the moment.</summary>
    public static void Set(DuckDbSession session, OpenDay day, long until) =>
        session.Execute($"DELETE FROM {Tables.Of(day, Tables.Bucketed)}; INSERT INTO {Tables.Of(day, Tables.Bucketed)} VALUES ({Sql.Number(until)})");

    /// <summary>Drops what a batch changes: all from the longest gap before it. That is nothing where the batch comes in its turn.</summary>
    /// <returns>How far the data go now.</returns>
    public static long Undo(DuckDbSession session, OpenDay day, long at, long gap)
    {
        var start = day.Part.Day.ToMicroseconds();
        var back = Math.Max(start, (at - gap) / Moments.FiveMinutes * Moments.FiveMinutes);
        if (back >= day.RolledUntil || at + gap <= start)
        {
            return day.RolledUntil;
        }

        Drop(session, day, back);
        return back;
    }

    /// <summary>Drops all where there are no sums per app, as an earlier version of the service left it; the upkeep makes them again.</summary>
    public static void Renew(DuckDbSession session, OpenDay day)
    {
        if (Until(session, day) > day.Part.Day.ToMicroseconds() && session.Number($"SELECT count(*) FROM {Tables.Of(day, Tables.AppBuckets)}") == 0)
        {
            Drop(session, day, day.Part.Day.ToMicroseconds());
        }
    }

    private static void Drop(DuckDbSession session, OpenDay day, long from)
    {
        foreach (var table in (string[])[Tables.Buckets, Tables.AppBuckets])
        {
            session.Execute($"DELETE FROM {Tables.Of(day, table)} WHERE at_us >= {Sql.Number(from)}");
        }

        Set(session, day, from);
    }
}
