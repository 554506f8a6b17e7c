namespace Capacity.Server.Tests.Pages;

/// <summary>A clock that stands still but when a test moves it; its timers are those of the machine, so that time-outs work.</summary>
internal sealed class MovableTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
