using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>Figures that are written in rounds: what a round does not write is not known any more, and loses its series at the round's end.</summary>
internal sealed class MetricSheet
{
    private Dictionary<(Collector Metric, string Key), string[]> before = [];
    private Dictionary<(Collector Metric, string Key), string[]> now = [];
    private (string[] Labels, string Key) last = ([], "");

    /// <summary>Writes a figure; <see langword="null"/> is not known and writes nothing.</summary>
    public void Set(Gauge gauge, string[] labels, double? value)
    {
        if (value is double known)
        {
            gauge.WithLabels(labels).Set(known);
            Note(gauge, labels);
        }
    }

    /// <summary>Writes what somebody else counts. A count that fell began anew there, and begins anew here.</summary>
    public void Set(Counter counter, string[] labels, double? value)
    {
        if (value is not double known)
        {
            return;
        }

        if (counter.WithLabels(labels).Value > known)
        {
            counter.RemoveLabelled(labels);
        }

        counter.WithLabels(labels).IncTo(known);
        Note(counter, labels);
    }

    /// <summary>Ends the round.</summary>
    public void Sweep()
    {
        foreach (var (key, labels) in before.Where(b => !now.ContainsKey(b.Key)))
        {
            switch (key.Metric)
            {
                case Gauge gauge:
                    gauge.RemoveLabelled(labels);
                    break;

                case Counter counter:
                    counter.RemoveLabelled(labels);
                    break;
            }
        }

        (before, now) = (now, []);
    }

    private void Note(Collector metric, string[] labels)
    {
        // Figures of one thing come one after the other with the same labels.
        if (!ReferenceEquals(labels, last.Labels))
        {
            last = (labels, string.Join('\u001f', labels));
        }

        now[(metric, last.Key)] = labels;
    }
}
