using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A fake time that tells when somebody has begun to wait, so that a test may advance it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        timers.Writer.TryWrite(dueTime);
        return timer;
    }

    public async Task AwaitTimerAsync(TimeSpan dueTime, CancellationToken cancellationToken)
    {
        while (await timers.Reader.ReadAsync(cancellationToken) != dueTime)
        {
        }
    }
}
