using System.ComponentModel;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Api.Series;

internal sealed record ZoneSeriesDocument
{
    [Description("The zone; null for the agents without one.")]
    public required string? Zone { get; init; }

    [Description("One for each bucket of the range, gaps included; a bucket without a look has nulls.")]
    public required IReadOnlyList<GroupBucket> Buckets { get; init; }
}
