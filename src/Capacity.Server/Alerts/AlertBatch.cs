using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Server.Alerts;

/// <summary>Alerts that are stored together, and those who wait for it.</summary>
internal sealed class AlertBatch
{
    private readonly TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Dictionary<LabelSet, Alert> Changed { get; } = [];

    public Dictionary<LabelSet, Alert> Forgotten { get; } = [];

    public bool IsEmpty => Changed.Count == 0 && Forgotten.Count == 0;

    /// <summary>Gets the end of the storing; it fails where the store fails.</summary>
    public Task Stored => stored.Task;

    public void Add(IEnumerable<Alert> changed, IEnumerable<Alert> forgotten)
    {
        foreach (var alert in changed)
        {
            Changed[alert.Labels] = alert;
            Forgotten.Remove(alert.Labels);
        }

        foreach (var alert in forgotten)
        {
            Forgotten[alert.Labels] = alert;
            Changed.Remove(alert.Labels);
        }
    }

    /// <summary>Takes over what an earlier batch could not store, unless this one knows better.</summary>
    public void AddOlder(AlertBatch older)
    {
        foreach (var (labels, alert) in older.Changed.Where(a => !Forgotten.ContainsKey(a.Key)))
        {
            Changed.TryAdd(labels, alert);
        }

        foreach (var (labels, alert) in older.Forgotten.Where(a => !Changed.ContainsKey(a.Key)))
        {
            Forgotten.TryAdd(labels, alert);
        }
    }

    public void Succeed() => stored.TrySetResult();

    public void Fail(Exception reason)
    {
        stored.TrySetException(reason);

        // Nobody may be waiting any more.
        _ = stored.Task.Exception;
    }
}
