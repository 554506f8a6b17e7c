namespace Capacity.Core.Recordings;

/// <summary>Takes every exchange that the collectors make, from any thread.</summary>
public interface IExchangeSink
{
    /// <summary>Keeps the exchange. Returns once it is written or queued for writing.</summary>
    ValueTask KeepAsync(RecordedExchange exchange, CancellationToken cancellationToken);
}
