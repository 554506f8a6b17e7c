using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>The room for one shape.</summary>
/// <param name="Shape">What each task asks for.</param>
/// <param name="Running">How many containers have this shape.</param>
/// <param name="Room">How many more fit.</param>
/// <param name="GrowthRatio">Room over running; null where none runs.</param>
/// <param name="FragmentRatio">The share of free CPU that is of no use for it; null where nothing is free.</param>
/// <param name="AgentsWithout">How many agents have no room for it.</param>
/// <param name="Binding">What keeps it from most of those; null where all have room.</param>
public sealed record ShapeRoomDocument(
    ResourcesDocument Shape, long Running, long Room, double? GrowthRatio, double? FragmentRatio, int AgentsWithout, ObstacleDocument? Binding)
{
    /// <summary>Writes a shape.</summary>
    public static ShapeRoomDocument Of(ShapeRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return new(ResourcesDocument.Of(room.Shape), room.Running, room.Room, room.GrowthRatio, room.FragmentRatio, room.AgentsWithout, room.Binding is { } binding ? ObstacleDocument.Of(binding) : null);
    }
}
