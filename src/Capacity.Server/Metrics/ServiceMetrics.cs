using System.Collections.Concurrent;
using Capacity.Core.Cluster;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service says of its own collecting. A scope is <c>all</c> for a whole collection, <c>masters</c> for a look at the masters alone.</summary>
internal sealed class ServiceMetrics
{
    private readonly string cluster;
    private readonly MetricSheet sheet = new();
    private readonly ConcurrentDictionary<SourceKind, DateTimeOffset> lastRead = new();
    private readonly Counter requests;
    private readonly Histogram requestSeconds;
    private readonly Histogram collectionSeconds;
    private readonly Counter collections;
    private readonly Gauge servers;
    private readonly Gauge age;

    public ServiceMetrics(MetricSet set, ServiceConfiguration configuration)
    {
        cluster = configuration.ClusterName;
        requests = set.Counter("capacity_source_requests_total", "Requests to sources of the cluster, by kind and outcome.", "cluster", "kind", "outcome");
        requestSeconds = set.Histogram("capacity_source_request_seconds", "How long requests to sources took.", Histogram.ExponentialBuckets(0.001, 2, 15), "cluster", "kind");
        servers = set.Gauge("capacity_sources", "Servers by kind and outcome of the last reading; the worst outcome of a server counts.", "cluster", "kind", "outcome");
        age = set.Gauge("capacity_source_age_seconds", "How long ago a server of the kind last answered.", "cluster", "kind");
        collections = set.Counter("capacity_collections_total", "Collections by scope and outcome.", "cluster", "scope", "outcome");
        collectionSeconds = set.Histogram("capacity_collection_seconds", "How long collections took, by scope.", Histogram.ExponentialBuckets(0.01, 2, 14), "cluster", "scope");
    }

    /// <summary>Counts one collection of everything.</summary>
    public void Collected(ClusterSnapshot picture, TimeSpan took) => Count("all", picture, picture.Sources, took);

    /// <summary>Counts one look at the masters alone.</summary>
    public void Looked(ClusterSnapshot picture, TimeSpan took) => Count("masters", picture, picture.Sources.Where(s => s.Kind == SourceKind.Master), took);

    /// <summary>Counts a collection for which there was nobody to ask.</summary>
    public void Blind(TimeSpan took) => Count("all", "blind", took);

    /// <summary>Shows how old things are now.</summary>
    /// <param name="picture">The latest picture; <see langword="null"/> for none.</param>
    /// <param name="now">The time.</param>
    public void Show(ClusterSnapshot? picture, DateTimeOffset now)
    {
        foreach (var (kind, at) in lastRead)
        {
            sheet.Set(age, [cluster, Words.Of(kind)], (now - at).TotalSeconds);
        }

        var outcomes = (picture?.Sources ?? []).GroupBy(s => (s.Kind, s.Address))
            .CountBy(s => (s.Key.Kind, Outcome: Outcome(s.FirstOrDefault(r => r.Failure is not null) ?? s.First())));
        foreach (var ((kind, outcome), count) in outcomes)
        {
            sheet.Set(servers, [cluster, Words.Of(kind), outcome], count);
        }

        sheet.Sweep();
    }

    private static string Outcome(SourceReading source) => source.Failure is { } failure ? Words.Of(failure.Reason) : "ok";

    private void Count(string scope, ClusterSnapshot picture, IEnumerable<SourceReading> sources, TimeSpan took)
    {
        foreach (var source in sources)
        {
            requests.WithLabels(cluster, Words.Of(source.Kind), Outcome(source)).Inc();
            requestSeconds.WithLabels(cluster, Words.Of(source.Kind)).Observe(source.Took.TotalSeconds);
            if (source.Failure is null)
            {
                lastRead.AddOrUpdate(source.Kind, source.At, (_, before) => before > source.At ? before : source.At);
            }
        }

        Count(scope, picture.Leader is null ? "no_leader" : "ok", took);
    }

    private void Count(string scope, string outcome, TimeSpan took)
    {
        collectionSeconds.WithLabels(cluster, scope).Observe(took.TotalSeconds);
        collections.WithLabels(cluster, scope, outcome).Inc();
    }
}
