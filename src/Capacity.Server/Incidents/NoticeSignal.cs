namespace Capacity.Server.Incidents;

/// <summary>Tells whoever sends notices that there are new ones in the log.</summary>
public sealed class NoticeSignal
{
    private volatile TaskCompletionSource next = New();

    /// <summary>Gets what ends with the next notices. It is taken before the log is read, so that none is missed between the two.</summary>
    public Task Next => next.Task;

    /// <summary>Says that there are new notices.</summary>
    internal void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
