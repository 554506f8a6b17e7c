namespace Capacity.Server.Paging;

/// <summary>Wakes those who wait for something to send, so that it does not wait for their next look.</summary>
internal sealed class PagingSignal
{
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the task that ends with the next <see cref="Wake"/>. Take it before looking, so that nothing is missed between.</summary>
    public Task Next => next.Task;

    /// <summary>Says that there is something new.</summary>
    public void Wake()
    {
        var waiting = next;
        next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TrySetResult();
    }
}
