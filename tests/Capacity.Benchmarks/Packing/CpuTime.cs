namespace Capacity.Benchmarks.Packing;

/// <summary>A clock that goes on only while this process works: a budget is the same on a machine that others use.</summary>
internal sealed class CpuTime : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
