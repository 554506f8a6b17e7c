namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Moves the samples of an open day, once there are enough, from the tail as they came into runs sorted by series.</summary>
/// <remarks>
/// A batch holds a few rows of an app, so as they come an app's rows lie in every block of every column, and reading it unpacks the
/// whole day. In a run they lie side by side, and the smallest and largest series of other blocks say that they need not be read.
/// </remarks>
internal sealed class TailSorter(DayStore days, DayRoller roller, DuckDbOptions options)
{
    /// <summary>Sorts the tail of a day if it has grown long, and makes 5-minute data of it; batches may be appended meanwhile, and stay in the tail.</summary>
    public void Sort(OpenDay day, CancellationToken cancellationToken)
    {
        var (tail, runs) = (Tables.Of(day, Tables.Tail), Tables.Of(day, Tables.Runs));
        if (days.Use((session, catalog) => catalog.Open.Contains(day) && TryMove(session, tail, runs), cancellationToken))
        {
            roller.Roll(day, cancellationToken);

            // What was moved has been compressed: a checkpoint now saves compressing it a first time where it was.
            days.Change(catalog =>
            {
                using var session = days.Connect(cancellationToken);
                session.Execute($"CHECKPOINT {day.Part.Alias}");
                return catalog;
            });
        }
    }

    private bool TryMove(DuckDbSession session, string tail, string runs)
    {
        if (session.Number($"SELECT count(*) FROM {tail}") < options.LongestTail)
        {
            return false;
        }

        using var transaction = session.Connection.BeginTransaction();
        session.Execute($"INSERT INTO {runs} SELECT * FROM {tail} ORDER BY series, at_us");
        session.Execute($"DELETE FROM {tail}");
        transaction.Commit();
        return true;
    }
}
