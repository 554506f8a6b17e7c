using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Server.Configuration;

/// <summary>Who is told of incidents, and how.</summary>
public sealed record PagingSettings
{
    /// <summary>Nobody is told anything.</summary>
    public static PagingSettings Nobody { get; } = new();

    /// <summary>Gets the receivers.</summary>
    public IReadOnlyList<ReceiverSettings> Receivers { get; init; } = [];

    /// <summary>Gets who is told of what.</summary>
    public RoutingPlan Routing { get; init; } = RoutingPlan.Nobody;

    /// <summary>Gets how long a call waits before the fallback gets it. The default is a minute.</summary>
    public TimeSpan FallbackAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets when messages that failed are sent again.</summary>
    public RetrySchedule Retry { get; init; } = RetrySchedule.Default;

    /// <summary>Gets when a receiver counts as down.</summary>
    public BreakerPolicy Breaker { get; init; } = BreakerPolicy.Default;

    /// <summary>Gets how long messages and notes of incidents that are over are kept. The default is 400 days.</summary>
    public TimeSpan KeepDeliveries { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Gets the sign of life; <see langword="null"/> for none.</summary>
    public HeartbeatSettings? Heartbeat { get; init; }
}
