using Capacity.Core.Alerting.Context;

namespace Capacity.Core.Alerting.Observing;

/// <summary>Compares each schedule of maintenance with the one before: what is new or has another length, and what was lifted.</summary>
internal sealed class ScheduleWatch
{
    private Dictionary<(string Host, DateTimeOffset Start), TimeSpan> known;

    /// <summary>Begins with the windows that were known when the service stopped: some may have been lifted meanwhile.</summary>
    public ScheduleWatch(IEnumerable<Window> windows) => known = windows
        .Where(w => w.Change == ContextEvent.MaintenanceScheduled.Change)
        .GroupBy(w => (w.Host, w.Begin))
        .ToDictionary(g => g.Key, g => g.Max(w => w.End - w.Begin));

    /// <summary>Takes the schedule; <see langword="null"/> where nobody tells, which changes nothing.</summary>
    public IReadOnlyList<ContextEvent> Take(IReadOnlyDictionary<(string Host, DateTimeOffset Start), TimeSpan>? windows)
    {
        if (windows is null)
        {
            return [];
        }

        List<ContextEvent> events =
        [
            .. known.Keys.Where(w => !windows.ContainsKey(w)).GroupBy(w => w.Start, w => w.Host).Select(g => new ContextEvent.MaintenanceLifted([.. g], g.Key)),
            .. windows.Where(w => !known.TryGetValue(w.Key, out var length) || length != w.Value)
                .GroupBy(w => (w.Key.Start, Length: w.Value), w => w.Key.Host)
                .Select(g => new ContextEvent.MaintenanceScheduled([.. g], g.Key.Start, g.Key.Length)),
        ];
        known = windows.ToDictionary();
        return events;
    }
}
