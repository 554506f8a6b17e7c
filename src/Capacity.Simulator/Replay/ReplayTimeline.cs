using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>Finds the answer that a host gave to a request at a time.</summary>
internal sealed class ReplayTimeline
{
    private readonly Dictionary<(HostPort, string), List<PackedExchange>> answers = [];

    /// <summary>Takes the exchanges in any order.</summary>
    public ReplayTimeline(IEnumerable<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges)
        {
            Add(exchange);
        }
    }

    /// <summary>Takes one more exchange, earlier or later than those before.</summary>
    public void Add(RecordedExchange exchange)
    {
        var packed = new PackedExchange(exchange);
        foreach (var key in RequestKeys.Of(exchange.Method, exchange.Target, exchange.RequestBody).Distinct())
        {
            if (!answers.TryGetValue((exchange.Host, key), out var ofKey))
            {
                answers[(exchange.Host, key)] = ofKey = [];
            }

            ofKey.Insert(CountUpTo(ofKey, exchange.At), packed);
        }
    }

    /// <summary>Finds the newest answer at or before the time; before the first, the first.</summary>
    /// <returns>The exchange, or <see langword="null"/> where nothing like it was ever asked.</returns>
    public RecordedExchange? Find(HostPort host, string method, string target, string? body, DateTimeOffset at)
    {
        foreach (var key in RequestKeys.Of(method, target, body))
        {
            if (answers.TryGetValue((host, key), out var ofKey))
            {
                return ofKey[Math.Max(0, CountUpTo(ofKey, at) - 1)].Unpack();
            }
        }

        return null;
    }

    private static int CountUpTo(List<PackedExchange> answers, DateTimeOffset at)
    {
        var (low, high) = (0, answers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = answers[middle].At <= at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
