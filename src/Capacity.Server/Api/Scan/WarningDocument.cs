using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record WarningDocument
{
    [Description("What kind of thing, for programs.")]
    public required string Code { get; init; }

    [Description("What it is about: a server, an agent, an app.")]
    public required string Subject { get; init; }

    [Description("One line for a person.")]
    public required string Message { get; init; }

    [Description("Whether figures of the report lack something for it.")]
    public required bool MakesPartial { get; init; }
}
