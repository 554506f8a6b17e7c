namespace Capacity.Core.Cluster;

/// <summary>Why a source gave no usable answer, in one line for a person.</summary>
/// <param name="Reason">The kind of failure.</param>
/// <param name="Detail">What happened and, where there is something to do, what to do.</param>
public sealed record SourceFailure(FailureReason Reason, string Detail)
{
    /// <summary>Gets whether the server did not answer at all, so that asking it for more would only take time.</summary>
    public bool IsSilence => Reason is FailureReason.Unreachable or FailureReason.TimedOut or FailureReason.Tls;
}
