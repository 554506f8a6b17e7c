using Capacity.Core.Scanning;

namespace Capacity.Core.TimeSeries;

/// <summary>What one collection adds to the time series.</summary>
public sealed record SampleBatch
{
    /// <summary>Gets when the collection began, by our clock: where in time everything of the batch is put. Rates are made with the agents' own times.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Gets the containers, measured or not.</summary>
    public IReadOnlyList<ContainerPoint> Containers { get; init; } = [];

    /// <summary>Gets the agents.</summary>
    public IReadOnlyList<AgentFigures> Agents { get; init; } = [];

    /// <summary>Gets the whole cluster. Each batch counts as one look at it; times without a look are gaps.</summary>
    public required GroupFigures Cluster { get; init; }

    /// <summary>Gets the zones.</summary>
    public IReadOnlyList<GroupFigures> Zones { get; init; } = [];

    /// <summary>Takes the last picture of a report over the last two or more collections.</summary>
    public static SampleBatch From(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            TakenAt = report.Picture.TakenAt,
            Containers = [.. report.Picture.Containers.Select(c => new ContainerPoint(c.Id, c.Agent, c.App, c.Allocated, c.Sample))],
            Agents = report.Agents,
            Cluster = report.Cluster,
            Zones = report.Zones,
        };
    }
}
