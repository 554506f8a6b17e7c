namespace Capacity.Core.Cluster;

/// <summary>Why a source gave no usable answer, in one line for a person.</summary>
/// <param name="Reason">The kind of failure.</param>
/// <param name="Detail">What happened and, where there is something to do, what to do.</param>
public sealed record SourceFailure(FailureReason Reason, string Detail);
