namespace Capacity.Cli.Tests;

/// <summary>The time of a clock that is behind.</summary>
/// <param name="behind">By how much.</param>
internal sealed class LateTime(TimeSpan behind) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - behind;
}
