using System.Collections.Concurrent;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>Keeps every raw answer that a collection got, so that a test can compute from the same bytes.</summary>
internal sealed class ExchangeLog : IExchangeSink
{
    private readonly ConcurrentQueue<RecordedExchange> exchanges = new();

    public ValueTask KeepAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        exchanges.Enqueue(exchange);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes what came since the last call.</summary>
    public IReadOnlyList<RecordedExchange> Take()
    {
        var taken = new List<RecordedExchange>();
        while (exchanges.TryDequeue(out var exchange))
        {
            taken.Add(exchange);
        }

        return taken;
    }
}
