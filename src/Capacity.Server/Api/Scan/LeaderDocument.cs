using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record LeaderDocument
{
    [Description("host:port")]
    public required string Address { get; init; }

    [Description("steady; warmingUp while agents of the previous leader are missing; recovering while it has not read its registry.")]
    public required string Phase { get; init; }

    [Description("When it was elected, by its own clock; null where it does not say.")]
    public required DateTimeOffset? ElectedAt { get; init; }

    [Description("How many agents of the previous leader it still waits for.")]
    public required int RecoveredAgents { get; init; }
}
