using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging;

/// <summary>How a receiver is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Breaker">What the last attempts say of it.</param>
/// <param name="Backlog">What waits for it.</param>
public sealed record ReceiverState(string Name, CircuitBreaker Breaker, ReceiverBacklog Backlog);
