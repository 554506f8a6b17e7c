using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Stands for a receiver that is no longer configured and that something still waits for: it refuses, so that the default gets it.</summary>
internal sealed class RemovedReceiver : IReceiver
{
    public Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Refused("this receiver is no longer configured"));

    public void Dispose()
    {
        // There is nothing.
    }
}
