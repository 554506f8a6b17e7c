using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

/// <summary>A scan as the product writes it: version 1. Fields are added within a version, never changed or taken away.</summary>
public sealed record ScanDocument
{
    /// <summary>The name and version of this format.</summary>
    public const string SchemaName = "capacity.scan/1";

    [Description("The name and version of this format: capacity.scan/1. Fields may be added within a version; what is not known is null, never 0.")]
    public required string Schema { get; init; }

    [Description("When the first collection began (UTC).")]
    public required DateTimeOffset From { get; init; }

    [Description("When the last collection began (UTC).")]
    public required DateTimeOffset To { get; init; }

    [Description("How many collections there were. CPU needs two.")]
    public required int Samples { get; init; }

    [Description("False where something is missing that the cluster should have said; the warnings with makesPartial say what.")]
    public required bool Complete { get; init; }

    [Description("The leading master; null where none leads.")]
    public required LeaderDocument? Leader { get; init; }

    [Description("Every master that answered.")]
    public required IReadOnlyList<MasterDocument> Masters { get; init; }

    [Description("The whole cluster.")]
    public required GroupDocument Cluster { get; init; }

    [Description("Each zone, sorted by name; agents without a zone have the name null.")]
    public required IReadOnlyList<GroupDocument> Zones { get; init; }

    [Description("The largest task that each role can still place; role * is what everybody can.")]
    public required IReadOnlyList<LargestTaskDocument> LargestTasks { get; init; }

    [Description("Every app, the most wasteful first.")]
    public required IReadOnlyList<AppDocument> Apps { get; init; }

    [Description("Every agent, sorted by host name.")]
    public required IReadOnlyList<AgentDocument> Agents { get; init; }

    [Description("Every container; null unless asked for.")]
    public required IReadOnlyList<ContainerDocument>? Containers { get; init; }

    [Description("What ZooKeeper said; null where none was asked.")]
    public required ZooKeeperDocument? ZooKeeper { get; init; }

    [Description("What a reader has to know before believing the figures.")]
    public required IReadOnlyList<WarningDocument> Warnings { get; init; }

    [Description("Every endpoint that was asked in the last collection, and how that went.")]
    public required IReadOnlyList<SourceDocument> Sources { get; init; }
}
