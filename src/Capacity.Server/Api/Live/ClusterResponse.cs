using System.ComponentModel;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Api.Live;

internal sealed record ClusterResponse
{
    [Description("How old the latest collection is.")]
    public required double AgeSeconds { get; init; }

    [Description("False where something is missing that the cluster should have said.")]
    public required bool Complete { get; init; }

    [Description("The leading master; null where none leads.")]
    public required LeaderDocument? Leader { get; init; }

    [Description("Every master that answered.")]
    public required IReadOnlyList<MasterDocument> Masters { get; init; }

    [Description("The whole cluster.")]
    public required GroupDocument Cluster { get; init; }

    [Description("The largest task that each role can still place.")]
    public required IReadOnlyList<LargestTaskDocument> LargestTasks { get; init; }

    [Description("What a reader has to know before believing the figures.")]
    public required IReadOnlyList<WarningDocument> Warnings { get; init; }
}
