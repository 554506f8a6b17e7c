namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>Counts how one size did for one instance in one test.</summary>
internal struct InstanceScore
{
    public long CpuSamples;
    public long CpuOver;
    public long MemorySamples;
    public long MemoryOver;
}
