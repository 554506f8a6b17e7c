using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>Gauges that are written in rounds: what a round does not write is not known any more, and loses its series at the round's end.</summary>
internal sealed class GaugeSheet
{
    private Dictionary<(Gauge Gauge, string Key), string[]> before = [];
    private Dictionary<(Gauge Gauge, string Key), string[]> now = [];

    /// <summary>Writes a figure; <see langword="null"/> is not known and writes nothing.</summary>
    public void Set(Gauge gauge, string[] labels, double? value)
    {
        if (value is double known)
        {
            gauge.WithLabels(labels).Set(known);
            now[(gauge, string.Join('\u001f', labels))] = labels;
        }
    }

    /// <summary>Ends the round.</summary>
    public void Sweep()
    {
        foreach (var (key, labels) in before)
        {
            if (!now.ContainsKey(key))
            {
                key.Gauge.RemoveLabelled(labels);
            }
        }

        (before, now) = (now, []);
    }
}
