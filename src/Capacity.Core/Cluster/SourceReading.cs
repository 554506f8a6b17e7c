namespace Capacity.Core.Cluster;

/// <summary>One attempt to read one endpoint of one server.</summary>
/// <param name="Kind">What kind of server.</param>
/// <param name="Address">Which server.</param>
/// <param name="Endpoint">What was asked, such as <c>/containers</c>.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Failure">Why there is nothing; <see langword="null"/> where it was read.</param>
/// <param name="ClockAhead">How far the server's clock is ahead of ours at the least, zero where it may be right; <see langword="null"/> where it does not say.</param>
public sealed record SourceReading(
    SourceKind Kind,
    HostPort Address,
    string Endpoint,
    DateTimeOffset At,
    TimeSpan Took,
    SourceFailure? Failure = null,
    TimeSpan? ClockAhead = null)
{
    /// <summary>The endpoint that gives the windows of maintenance. Mesos lets only those read it who may also write it.</summary>
    public const string MaintenanceSchedule = "/maintenance/schedule";

    /// <summary>Gets whether it takes an operator's credentials. What it says is a nicety: whoever is refused sees the rest.</summary>
    public bool IsOperatorCall => Endpoint == MaintenanceSchedule || Endpoint.StartsWith("/api/v1", StringComparison.Ordinal);
}
