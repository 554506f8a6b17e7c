using Capacity.Core.Cluster;

namespace Capacity.Core.Recordings;

/// <summary>Tells from what hosts were asked, and answered, what they are. Not thread-safe.</summary>
public sealed class HostKinds
{
    private readonly Dictionary<HostPort, (HostKind Kind, bool Answered)> kinds = [];

    /// <summary>Gets every host seen so far.</summary>
    public IEnumerable<HostPort> Hosts => kinds.Keys;

    /// <summary>Says what the host is; <see cref="HostKind.Unknown"/> for one that was not seen.</summary>
    public HostKind this[HostPort host] => kinds.GetValueOrDefault(host).Kind;

    /// <summary>Says what a single exchange tells about its host.</summary>
    public static HostKind Classify(RecordedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (exchange.Scheme == "zk")
        {
            return HostKind.ZooKeeper;
        }

        // Mesos answers 404 for what it is not, whatever it is; and for a moment after it started.
        var path = PathOf(exchange.Target);
        return exchange.Status is 404 ? HostKind.Unknown
            : path.StartsWith("/v2/", StringComparison.Ordinal) ? HostKind.Marathon
            : path switch
            {
                "/containers" or "/monitor/statistics" => HostKind.Agent,
                "/slaves" or "/redirect" or "/state-summary" or "/frameworks" or "/roles" or "/quota"
                    or "/maintenance/status" or "/maintenance/schedule" => HostKind.Master,
                "/metrics/snapshot" => ByBody(exchange, "\"master/elected\""u8, "\"slave/registered\""u8),
                "/state" => ByBody(exchange, "\"elected_time\":"u8, "\"master_hostname\":"u8),
                _ => HostKind.Unknown,
            };
    }

    /// <summary>Takes the exchange into account.</summary>
    /// <returns>Whether the host, or what it is, was not known before.</returns>
    public bool Observe(RecordedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var isNew = !kinds.TryGetValue(exchange.Host, out var known);
        if (known.Answered)
        {
            return false;
        }

        // A request that nobody answered only hints at what the host was taken for.
        var kind = Classify(exchange);
        (HostKind Kind, bool Answered) next = kind == HostKind.Unknown ? known : (kind, exchange.Status is not null || kind == HostKind.ZooKeeper);
        kinds[exchange.Host] = next;
        return isNew || next.Kind != known.Kind;
    }

    /// <summary>Lists the hosts of a kind, in the order of their addresses.</summary>
    public IReadOnlyList<HostPort> Of(HostKind kind) =>
        [.. kinds.Where(k => k.Value.Kind == kind).Select(k => k.Key).OrderBy(h => h.Host, StringComparer.Ordinal).ThenBy(h => h.Port)];

    private static string PathOf(string target)
    {
        var path = target.Split('?', 2)[0];
        string[] prefixes = ["/master", "/slave(1)"];
        var prefix = prefixes.FirstOrDefault(p => path.StartsWith(p + "/", StringComparison.Ordinal));
        return prefix is null ? path : path[prefix.Length..];
    }

    private static HostKind ByBody(RecordedExchange exchange, ReadOnlySpan<byte> ofMaster, ReadOnlySpan<byte> ofAgent) =>
        exchange.Body.Span.IndexOf(ofMaster) >= 0 ? HostKind.Master
        : exchange.Body.Span.IndexOf(ofAgent) >= 0 ? HostKind.Agent
        : exchange.Status is 307 ? HostKind.Master
        : HostKind.Unknown;
}
