namespace Capacity.Mesos.ZooKeeper;

/// <summary>A token that ends with the caller's, or when a time has passed.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource both;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        timer = new(limit, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
    }

    public CancellationToken Token => both.Token;

    public void Dispose()
    {
        both.Dispose();
        timer.Dispose();
    }
}
