namespace Capacity.Server.Configuration;

/// <summary>The sign of life: an address that is asked for as long as the service does its work.</summary>
/// <param name="Address">The address; it may hold a secret.</param>
/// <param name="Interval">How often.</param>
public sealed record HeartbeatSettings(Uri Address, TimeSpan Interval)
{
    /// <inheritdoc/>
    public override string ToString() => $"heartbeat to {Address.Host} every {Interval}";
}
