using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Paging.Receivers;

namespace Capacity.Benchmarks.Paging;

/// <summary>A receiver that is down, or takes everything at once.</summary>
internal sealed class BenchReceiver : IReceiver
{
    public bool IsUp { get; set; }

    public Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(IsUp ? new SendOutcome.Taken() : new SendOutcome.Failed("HTTP 500"));

    public void Dispose()
    {
        // There is nothing.
    }
}
