using Capacity.Core.Alerting;

namespace Capacity.Cli.Alerts;

/// <summary>Plays rows as a Prometheus would: what fires is sent again and again, and so is its end for a while.</summary>
internal static class ScenarioMoments
{
    public static IEnumerable<Storm.Moment> All(
        DateTimeOffset start, DateTimeOffset end, IReadOnlyList<ScenarioRow> rows, IEnumerable<Storm.Moment> context, ScenarioFile.ResendRule resend)
    {
        var queue = new PriorityQueue<(ScenarioRow? Row, Storm.Moment? Context, double Until), (DateTimeOffset At, long Order)>();
        var order = 0L;
        var isExplicit = resend.Explicit || resend.IntervalS is null or <= 0;
        var (interval, horizon, again) = (resend.IntervalS ?? 60, resend.EndsAtHorizonS ?? 240, resend.ResolvedResendForS ?? 900);
        var latest = new Dictionary<(Core.Alerting.Labels.LabelSet, string), ScenarioRow>();
        foreach (var moment in context)
        {
            queue.Enqueue((null, moment, 0), (moment.At, order++));
        }

        foreach (var row in rows)
        {
            queue.Enqueue((row, null, row.EndsAt is null ? double.PositiveInfinity : row.At + again), (start.AddSeconds(row.At), order++));
        }

        while (queue.TryDequeue(out var entry, out var key) && key.At <= end)
        {
            if (entry.Row is not { } row)
            {
                yield return entry.Context!;
                continue;
            }

            var at = (key.At - start).TotalSeconds;
            var source = (row.Labels, row.Sender);
            if (!isExplicit)
            {
                if (at <= row.At + (interval / 2))
                {
                    latest[source] = row;
                }
                else if (latest[source] != row)
                {
                    continue;
                }

                if (at + interval <= entry.Until)
                {
                    queue.Enqueue(entry, (key.At.AddSeconds(interval), order++));
                }
            }

            var endsAt = row.EndsAt is { } given ? start.AddSeconds(given) : key.At.AddSeconds(horizon);
            yield return new(key.At, new AlertDelivery(key.At, row.Labels, start.AddSeconds(row.StartsAt), endsAt, row.Sender), null, null);
        }
    }
}
