using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record MasterDocument
{
    [Description("host:port")]
    public required string Address { get; init; }

    [Description("Whether it says that it leads.")]
    public required bool? Elected { get; init; }

    [Description("How long its process has run.")]
    public required double? UptimeSeconds { get; init; }

    [Description("Whether its replica of the registry log has caught up.")]
    public required bool? LogRecovered { get; init; }

    [Description("How many replicas it sees.")]
    public required int? EnsembleSize { get; init; }

    [Description("Tasks killed for their memory since this master was elected, over the whole cluster; counts on the leader only.")]
    public required long? MemoryKills { get; init; }
}
