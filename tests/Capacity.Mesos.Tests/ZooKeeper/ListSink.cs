using System.Collections.Concurrent;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Tests.ZooKeeper;

internal sealed class ListSink : IExchangeSink
{
    private readonly ConcurrentQueue<RecordedExchange> kept = new();

    public IReadOnlyList<RecordedExchange> Kept => [.. kept];

    public ValueTask KeepAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        kept.Enqueue(exchange);
        return ValueTask.CompletedTask;
    }
}
