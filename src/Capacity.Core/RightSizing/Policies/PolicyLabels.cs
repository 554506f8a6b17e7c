using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Policies;

/// <summary>Reads what an app wants otherwise from its labels. A label that cannot be read says nothing; <see cref="Faults"/> lists it.</summary>
public static class PolicyLabels
{
    /// <summary>The least CPU of an instance, in cores.</summary>
    public const string CpuFloor = "capacity.cpu.min";

    /// <summary>The most CPU of an instance, in cores.</summary>
    public const string CpuCap = "capacity.cpu.max";

    /// <summary>The least memory of an instance: <c>512MiB</c>.</summary>
    public const string MemoryFloor = "capacity.mem.min";

    /// <summary>The most memory of an instance: <c>4GiB</c>.</summary>
    public const string MemoryCap = "capacity.mem.max";

    /// <summary>The fewest instances.</summary>
    public const string InstanceFloor = "capacity.instances.min";

    /// <summary>Reads the labels.</summary>
    public static PolicyOverrides Read(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new()
        {
            CpuFloor = Cores(labels, CpuFloor),
            CpuCap = Cores(labels, CpuCap),
            MemoryFloor = SizeText.TryParse(labels.GetValueOrDefault(MemoryFloor)),
            MemoryCap = SizeText.TryParse(labels.GetValueOrDefault(MemoryCap)),
            InstanceFloor = Count(labels),
        };
    }

    /// <summary>Names the labels that are there and cannot be read.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> labels)
    {
        var read = Read(labels);
        return [.. new (string Label, bool IsRead)[]
        {
            (CpuFloor, read.CpuFloor is not null), (CpuCap, read.CpuCap is not null), (MemoryFloor, read.MemoryFloor is not null),
            (MemoryCap, read.MemoryCap is not null), (InstanceFloor, read.InstanceFloor is not null),
        }.Where(l => !l.IsRead && labels.ContainsKey(l.Label)).Select(l => l.Label)];
    }

    private static CpuCores? Cores(IReadOnlyDictionary<string, string> labels, string label) =>
        double.TryParse(labels.GetValueOrDefault(label), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cores) && cores is > 0 and < 1e6
            ? CpuCores.FromCores(cores)
            : null;

    private static int? Count(IReadOnlyDictionary<string, string> labels) =>
        int.TryParse(labels.GetValueOrDefault(InstanceFloor), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
