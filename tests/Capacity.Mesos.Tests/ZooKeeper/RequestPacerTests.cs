using Capacity.Mesos.ZooKeeper;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class RequestPacerTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void TakeTurn_Busy_SpacesTurnsEvenly()
    {
        var pacer = new RequestPacer(10, time);

        Assert.Equal([0, 100, 200], Enumerable.Range(0, 3).Select(_ => pacer.TakeTurn().TotalMilliseconds));
    }

    [Fact]
    public void TakeTurn_AfterIdling_SavesNothingUp()
    {
        var pacer = new RequestPacer(10, time);
        pacer.TakeTurn();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([0, 100], Enumerable.Range(0, 2).Select(_ => pacer.TakeTurn().TotalMilliseconds));
    }

    [Fact]
    public void TakeTurn_HighRate_WaitsOnlyWhenAMillisecondIsDue()
    {
        var pacer = new RequestPacer(4000, time);

        Assert.Equal([0, 0, 0, 0, 1], Enumerable.Range(0, 5).Select(_ => pacer.TakeTurn().TotalMilliseconds));
    }
}
