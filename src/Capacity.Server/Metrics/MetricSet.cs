using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>Makes the metrics of one service, and knows which there are. No series is there before somebody knows its value.</summary>
public sealed class MetricSet
{
    private readonly MetricFactory factory;
    private readonly List<MetricDefinition> definitions = [];

    /// <summary>Begins with none.</summary>
    public MetricSet(CollectorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Registry = registry;
        factory = Prometheus.Metrics.WithCustomRegistry(registry);
    }

    /// <summary>Gets every metric that was made.</summary>
    public IReadOnlyList<MetricDefinition> Definitions => definitions;

    /// <summary>Gets where they are collected.</summary>
    public CollectorRegistry Registry { get; }

    internal Gauge Gauge(string name, string help, params string[] labels)
    {
        definitions.Add(new(name, "gauge", labels, help));
        return factory.CreateGauge(name, help, labels, new GaugeConfiguration { SuppressInitialValue = true });
    }

    internal Counter Counter(string name, string help, params string[] labels)
    {
        definitions.Add(new(name, "counter", labels, help));
        return factory.CreateCounter(name, help, labels);
    }

    internal Histogram Histogram(string name, string help, double[] buckets, params string[] labels)
    {
        definitions.Add(new(name, "histogram", labels, help));
        return factory.CreateHistogram(name, help, labels, new HistogramConfiguration { Buckets = buckets });
    }
}
