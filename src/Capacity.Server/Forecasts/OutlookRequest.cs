using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Planning.Shapes;

namespace Capacity.Server.Forecasts;

/// <summary>What is asked of forecasts.</summary>
public sealed record OutlookRequest
{
    /// <summary>Gets how long a step is.</summary>
    public DemandStep Step { get; init; } = DemandStep.Day;

    /// <summary>Gets the only resource; <see langword="null"/> for all.</summary>
    public DemandResource? Resource { get; init; }

    /// <summary>Gets the only kind of cut; <see langword="null"/> for all that have capacity.</summary>
    public CutLevel? Level { get; init; }

    /// <summary>Gets the only zone, role or team; <see langword="null"/> for all.</summary>
    public string? Name { get; init; }

    /// <summary>Gets which demand.</summary>
    public DemandKind Kind { get; init; } = DemandKind.Allocated;

    /// <summary>Gets the time from ordering machines until they run.</summary>
    public required TimeSpan LeadTime { get; init; }

    /// <summary>Gets the probability of running out that is accepted, 0 to 1 exclusive.</summary>
    public required double Target { get; init; }

    /// <summary>Gets what is planned.</summary>
    public IReadOnlyList<PlannedEvent> Plan { get; init; } = [];

    /// <summary>Gets the machines that can be bought; none for those that the cluster has.</summary>
    public IReadOnlyList<MachineShape> Shapes { get; init; } = [];

    /// <summary>Says whether a demand is asked for.</summary>
    public bool Asks(DemandKey key) =>
        key.Kind == Kind
        && (Resource is null || key.Resource == Resource)
        && (Level is null ? key.Cut.HasCapacity : key.Cut.Level == Level)
        && (Name is null || key.Cut.Name == Name);
}
