using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record SourceDocument
{
    [Description("master, agent, marathon or zooKeeper.")]
    public required string Kind { get; init; }

    [Description("host:port")]
    public required string Address { get; init; }

    [Description("What was asked.")]
    public required string Endpoint { get; init; }

    [Description("When it was asked (UTC).")]
    public required DateTimeOffset At { get; init; }

    [Description("How long it took.")]
    public required double TookSeconds { get; init; }

    [Description("ok, unreachable, timedOut, tls, unauthorized, forbidden, notFound, unsupportedMediaType, notReady, redirected, badStatus, tooLarge or malformed.")]
    public required string Outcome { get; init; }

    [Description("Why there is nothing; null where it was read.")]
    public required string? Detail { get; init; }

    [Description("How far its clock is ahead of ours, to within a second; null where it does not say.")]
    public required double? ClockAheadSeconds { get; init; }
}
