using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>Finds the answer that a host gave to a request at a time.</summary>
internal sealed class ReplayTimeline
{
    private readonly Dictionary<(HostPort, string), List<RecordedExchange>> _answers = [];

    /// <summary>Takes the exchanges in any order.</summary>
    public ReplayTimeline(IEnumerable<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges.OrderBy(e => e.At))
        {
            foreach (var key in RequestKeys.Of(exchange.Method, exchange.Target, exchange.RequestBody).Distinct())
            {
                if (!_answers.TryGetValue((exchange.Host, key), out var answers))
                {
                    _answers[(exchange.Host, key)] = answers = [];
                }

                answers.Add(exchange);
            }
        }
    }

    /// <summary>Finds the newest answer at or before the time; before the first, the first.</summary>
    /// <returns>The exchange, or <see langword="null"/> where nothing like it was ever asked.</returns>
    public RecordedExchange? Find(HostPort host, string method, string target, string? body, DateTimeOffset at)
    {
        foreach (var key in RequestKeys.Of(method, target, body))
        {
            if (_answers.TryGetValue((host, key), out var answers))
            {
                return answers[Math.Max(0, CountUpTo(answers, at) - 1)];
            }
        }

        return null;
    }

    private static int CountUpTo(List<RecordedExchange> answers, DateTimeOffset at)
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
