using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.TimeSeries;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>Reads the past of demands, and closes the days that are over. What was collected before demands were kept comes from the time series.</summary>
public sealed class DemandHistory(Stores stores, ServiceConfiguration configuration)
{
    /// <summary>How long hours are kept; days are kept as long as summaries.</summary>
    public static readonly TimeSpan KeepHours = TimeSpan.FromDays(60);

    /// <summary>How far back hours are forecast from.</summary>
    private static readonly TimeSpan HoursForecast = TimeSpan.FromDays(28);

    /// <summary>The most days that are read from the time series at once.</summary>
    private static readonly TimeSpan LongestBackfill = TimeSpan.FromDays(2000);

    /// <summary>Reads every demand up to the last step that is over.</summary>
    /// <exception cref="IOException">The stores can't be read or written.</exception>
    public async Task<IReadOnlyList<DemandPast>> ReadAsync(DemandStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CloseDaysAsync(now, cancellationToken);
        var end = step.Floor(now);
        var since = step == DemandStep.Hour ? end - HoursForecast : DateTimeOffset.UnixEpoch;
        return DemandTable.Lay(await stores.State.Demand.ReadAsync(step, since, end, cancellationToken), step, end);
    }

    private async Task CloseDaysAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DemandStep.Day.Floor(now);
        var last = await stores.State.Demand.FindLatestAsync(DemandStep.Day, cancellationToken);
        var longest = configuration.KeepSummaries < LongestBackfill ? configuration.KeepSummaries : LongestBackfill;
        var from = last + DemandStep.Day.Length() ?? DemandStep.Day.Floor(now - longest);
        if (from >= today)
        {
            return;
        }

        var kept = await stores.State.Demand.ReadAsync(DemandStep.Hour, from, today, cancellationToken);
        var known = kept.Select(p => (p.Reading.Cut, p.At)).ToHashSet();
        List<DemandPoint> before =
        [
            .. StoredDemand.Hours(await stores.Samples.ReadGroupsAsync(new SeriesRange(from, today, DemandStep.Hour.Length()), cancellationToken))
                .Where(p => !known.Contains((p.Reading.Cut, p.At))),
        ];
        List<DemandPoint> news = [.. before.Where(p => p.At >= now - KeepHours), .. DemandDays.Of(kept.Concat(before), today)];
        if (news.Count > 0)
        {
            await stores.State.Demand.AppendAsync(news, cancellationToken);
        }
    }
}
