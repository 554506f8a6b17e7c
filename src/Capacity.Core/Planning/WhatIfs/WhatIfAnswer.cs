using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>What a scenario would come to.</summary>
public sealed record WhatIfAnswer
{
    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets the agents before.</summary>
    public required int AgentsBefore { get; init; }

    /// <summary>Gets the agents after.</summary>
    public required int AgentsAfter { get; init; }

    /// <summary>Gets the agents that nothing runs on after.</summary>
    public required int EmptyAgentsAfter { get; init; }

    /// <summary>Gets how many instances have to be started, elsewhere or for the first time.</summary>
    public required int ToPlace { get; init; }

    /// <summary>Gets the apps of which instances find no place, the most instances first.</summary>
    public required IReadOnlyList<UnplacedApp> Unplaced { get; init; }

    /// <summary>Gets what there is before.</summary>
    public required ResourceVector TotalBefore { get; init; }

    /// <summary>Gets what is allocated before.</summary>
    public required ResourceVector AllocatedBefore { get; init; }

    /// <summary>Gets what is stranded before, in the ratio form.</summary>
    public required ResourceVector StrandedBefore { get; init; }

    /// <summary>Gets what there is after.</summary>
    public required ResourceVector TotalAfter { get; init; }

    /// <summary>Gets what is allocated after.</summary>
    public required ResourceVector AllocatedAfter { get; init; }

    /// <summary>Gets what is stranded after, in the ratio form.</summary>
    public required ResourceVector StrandedAfter { get; init; }

    /// <summary>Gets by how much the workload might grow before.</summary>
    public required GrowthHeadroom HeadroomBefore { get; init; }

    /// <summary>Gets by how much it might grow after.</summary>
    public required GrowthHeadroom HeadroomAfter { get; init; }

    /// <summary>Gets how long until what finds a place runs again; <see langword="null"/> where nothing was lost.</summary>
    public required RecoveryEstimate? Recovery { get; init; }

    /// <summary>Gets how many instances find no place.</summary>
    public int UnplacedInstances => Unplaced.Sum(u => u.Instances);
}
