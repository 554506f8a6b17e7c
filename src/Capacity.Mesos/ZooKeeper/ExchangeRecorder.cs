using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Hands exchanges to a sink, if there is one.</summary>
internal sealed class ExchangeRecorder(IExchangeSink? sink, TimeProvider time)
{
    public const string FourLetterWord = "4lw";

    /// <summary>Gets whether what is handed over is kept, so that bodies are worth making.</summary>
    public bool IsOn => sink is not null;

    public ExchangeStart Begin(HostPort server, string method, string target) =>
        new(server, method, target, time.GetUtcNow(), time.GetTimestamp());

    public ValueTask EndAsync(ExchangeStart start, ReadOnlyMemory<byte> body, string? error, CancellationToken cancellationToken) =>
        sink is null
            ? ValueTask.CompletedTask
            : sink.KeepAsync(
                new()
                {
                    At = start.At,
                    Took = time.GetElapsedTime(start.Timestamp),
                    Scheme = "zk",
                    Host = start.Server,
                    Method = start.Method,
                    Target = start.Target,
                    Body = body,
                    Error = error,
                },
                cancellationToken);
}
