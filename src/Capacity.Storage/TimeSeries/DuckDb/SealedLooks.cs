using System.Runtime.CompilerServices;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Keeps when somebody looked on days that are sealed, for that is asked with every answer and changes no more.</summary>
internal sealed class SealedLooks(DuckDbOptions options)
{
    private readonly ConditionalWeakTable<SealedDay, LookStretch[]> known = [];

    /// <summary>Gives the stretches of one day, in order.</summary>
    public LookStretch[] Of(DuckDbSession session, SealedDay day)
    {
        if (!known.TryGetValue(day, out var stretches))
        {
            stretches = day.Has(StoreFiles.Groups)
                ? LookStretch.Join(
                    session.Query($"SELECT DISTINCT epoch_us(time) FROM {Sql.Parquet([day.PathOf(StoreFiles.Groups)])} WHERE cluster ORDER BY 1", r => LookStretch.At(r.GetInt64(0))),
                    options.LongestGap.ToMicroseconds())
                : [];
            known.AddOrUpdate(day, stretches);
        }

        return stretches;
    }
}
