namespace Capacity.Core.Alerting.Correlation;

/// <summary>What says that one machine is gone.</summary>
internal sealed class HostEvidence(string host, string? zone, string? rack, DateTimeOffset firstAt)
{
    public string Host { get; } = host;

    public string? Zone { get; } = zone;

    public string? Rack { get; } = rack;

    public DateTimeOffset FirstAt { get; } = firstAt;

    public HashSet<TrackedAlert> Alerts { get; } = [];

    /// <summary>Gets whether the machine itself is said to be gone, rather than what runs on it.</summary>
    public bool IsMachine => Alerts.Any(a => a.Subject.Kind == AlertKind.Machine);

    public bool IsRegistrationOnly => Alerts.All(a => a.Subject.Kind == AlertKind.Registration);
}
