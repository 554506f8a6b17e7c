namespace Capacity.Core.RightSizing.Profiles;

/// <summary>What one instance did on one day.</summary>
/// <param name="key">Names the instance; see <see cref="InstanceKey"/>.</param>
public sealed class InstanceDay(ulong key)
{
    /// <summary>Gets the instance's key.</summary>
    public ulong Key { get; } = key;

    /// <summary>Gets the CPU used, in cores, without start-up.</summary>
    public UsageDigest Cpu { get; init; } = new(UsageDigest.CpuUnit);

    /// <summary>Gets the memory that cannot be taken back, in bytes.</summary>
    public UsageDigest Memory { get; init; } = new(UsageDigest.MemoryUnit);

    /// <summary>Gets the enforcement periods in which it wanted to run; 0 where none are counted.</summary>
    public long Periods { get; set; }

    /// <summary>Gets how many of them ended with the instance held back.</summary>
    public long ThrottledPeriods { get; set; }

    /// <summary>Gets how often it was killed for memory.</summary>
    public int MemoryKills { get; set; }

    /// <summary>Gets the samples that found CPU at its limit: what it would have used is not known.</summary>
    public int CpuAtLimit { get; set; }

    /// <summary>Gets the samples that found memory at its limit.</summary>
    public int MemoryAtLimit { get; set; }

    /// <summary>Takes what another part of the day held.</summary>
    public void Merge(InstanceDay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cpu.Merge(other.Cpu);
        Memory.Merge(other.Memory);
        Periods += other.Periods;
        ThrottledPeriods += other.ThrottledPeriods;
        MemoryKills += other.MemoryKills;
        CpuAtLimit += other.CpuAtLimit;
        MemoryAtLimit += other.MemoryAtLimit;
    }
}
