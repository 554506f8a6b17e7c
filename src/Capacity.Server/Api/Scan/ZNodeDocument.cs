using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record ZNodeDocument
{
    [Description("The absolute path.")]
    public required string Path { get; init; }

    [Description("Bytes of data.")]
    public required long DataBytes { get; init; }

    [Description("Direct children.")]
    public required int Children { get; init; }
}
