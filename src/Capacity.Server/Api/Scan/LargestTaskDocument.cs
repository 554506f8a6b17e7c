using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record LargestTaskDocument
{
    [Description("The role; * for what everybody can place.")]
    public required string Role { get; init; }

    [Description("The room with the most CPU; null where nothing fits.")]
    public required RoomDocument? ByCpu { get; init; }

    [Description("The room with the most memory; null where nothing fits.")]
    public required RoomDocument? ByMemory { get; init; }
}
