using Capacity.Core.Cluster;
using Capacity.Server.Api;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service says of itself on <c>/metrics</c>.</summary>
public sealed class ServiceMetrics
{
    private readonly Counter requests;
    private readonly Histogram requestSeconds;
    private readonly Histogram collectionSeconds;
    private readonly Gauge lastCollection;
    private readonly Gauge coverage;
    private readonly Counter collections;

    /// <summary>Registers the metrics.</summary>
    public ServiceMetrics(CollectorRegistry registry)
    {
        var metrics = Prometheus.Metrics.WithCustomRegistry(registry);
        requests = metrics.CreateCounter("capacity_source_requests_total", "Requests to sources of the cluster, by kind and outcome.", "kind", "outcome");
        requestSeconds = metrics.CreateHistogram("capacity_source_request_seconds", "How long requests to sources took.", ["kind"], new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 15) });
        collectionSeconds = metrics.CreateHistogram("capacity_collection_seconds", "How long a collection of the whole cluster took.", new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.01, 2, 14) });
        collections = metrics.CreateCounter("capacity_collections_total", "Collections of the whole cluster, by outcome.", "outcome");
        lastCollection = metrics.CreateGauge("capacity_last_collection_timestamp_seconds", "When the last collection began.");
        coverage = metrics.CreateGauge("capacity_coverage_ratio", "The share of the agents counted as capacity that answered in the last collection.");
    }

    /// <summary>Counts one collection.</summary>
    public void Collected(ClusterSnapshot picture, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(picture);
        foreach (var source in picture.Sources)
        {
            requests.WithLabels(Words.Of(source.Kind), source.Failure is { } failure ? Words.Of(failure.Reason) : "ok").Inc();
            requestSeconds.WithLabels(Words.Of(source.Kind)).Observe(source.Took.TotalSeconds);
        }

        var capacity = picture.Agents.Count(a => a.CountsAsCapacity);
        coverage.Set(capacity == 0 ? 0 : (double)picture.Agents.Count(a => a.CountsAsCapacity && picture.AgentsRead.Contains(a.Name)) / capacity);
        lastCollection.Set(picture.TakenAt.ToUnixTimeMilliseconds() / 1000.0);
        collectionSeconds.Observe(took.TotalSeconds);
        collections.WithLabels(picture.Leader is null ? "no_leader" : "ok").Inc();
    }

    /// <summary>Counts a collection for which there was nobody to ask.</summary>
    public void Blind(TimeSpan took)
    {
        collectionSeconds.Observe(took.TotalSeconds);
        collections.WithLabels("blind").Inc();
    }
}
