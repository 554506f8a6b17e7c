using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record ZooKeeperServerDocument
{
    [Description("host:port")]
    public required string Address { get; init; }

    [Description("leader, follower, observer, standalone, readOnly, notServing or unknown; null where it did not answer.")]
    public required string? Mode { get; init; }

    [Description("Its version; null where it does not say.")]
    public required string? Version { get; init; }

    [Description("The mean time that a request took since the server's counters were reset.")]
    public required double? AverageLatencySeconds { get; init; }

    [Description("Requests that wait.")]
    public required long? OutstandingRequests { get; init; }

    [Description("Open client connections.")]
    public required long? Connections { get; init; }

    [Description("How many znodes it holds.")]
    public required long? ZNodes { get; init; }

    [Description("About how many bytes all paths and data take.")]
    public required long? ApproximateDataBytes { get; init; }

    [Description("Why there is nothing; null where it answered.")]
    public required string? Detail { get; init; }
}
