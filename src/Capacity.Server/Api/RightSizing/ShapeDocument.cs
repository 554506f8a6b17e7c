using System.ComponentModel;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.Api.RightSizing;

internal sealed record ShapeDocument(
    [property: Description("CPU of an instance.")] double CpuCores,
    [property: Description("Memory of an instance.")] long MemoryBytes,
    [property: Description("The number of instances.")] int Instances)
{
    public static ShapeDocument? Of(Shape? shape) => shape is null ? null : new(shape.Cpus.Cores, shape.Memory.Bytes, shape.Instances);
}
