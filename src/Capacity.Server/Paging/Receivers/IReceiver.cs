using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging.Receivers;

/// <summary>A way to tell people of incidents.</summary>
internal interface IReceiver : IDisposable
{
    /// <summary>Sends one message, once.</summary>
    Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken);
}
