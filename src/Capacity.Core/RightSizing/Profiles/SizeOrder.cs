namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Orders sizes by when they were seen first, and equal times in any way that is always the same.</summary>
internal sealed class SizeOrder : IComparer<SizeInForce>
{
    public static SizeOrder Instance { get; } = new();

    public int Compare(SizeInForce x, SizeInForce y) =>
        (x.Minute, x.Version, x.Cpus, x.Memory, CpuLimit(x), MemoryLimit(x)).CompareTo((y.Minute, y.Version, y.Cpus, y.Memory, CpuLimit(y), MemoryLimit(y)));

    private static long CpuLimit(SizeInForce size) => size.CpuLimit?.NanoCores ?? -1;

    private static long MemoryLimit(SizeInForce size) => size.MemoryLimit?.Bytes ?? -1;
}
