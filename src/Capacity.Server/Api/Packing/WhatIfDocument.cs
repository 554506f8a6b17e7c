using Capacity.Core.Planning.WhatIfs;

namespace Capacity.Server.Api.Packing;

/// <summary>What a scenario would come to.</summary>
public sealed record WhatIfDocument
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-whatif/1";

    /// <summary>Gets the name of the form.</summary>
    public required string Schema { get; init; }

    /// <summary>Gets when the cluster was as it is taken to be before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the scenario as it may be asked again, the zone or agent named.</summary>
    public required string Scenario { get; init; }

    /// <summary>Gets the cluster before.</summary>
    public required WhatIfSideDocument Before { get; init; }

    /// <summary>Gets the cluster after.</summary>
    public required WhatIfSideDocument After { get; init; }

    /// <summary>Gets the agents that nothing runs on after.</summary>
    public required int EmptyAgentsAfter { get; init; }

    /// <summary>Gets how many instances have to be started.</summary>
    public required int ToPlace { get; init; }

    /// <summary>Gets how many of them find no place.</summary>
    public required int UnplacedInstances { get; init; }

    /// <summary>Gets their apps, the most instances first.</summary>
    public required IReadOnlyList<UnplacedDocument> Unplaced { get; init; }

    /// <summary>Gets how long a recovery takes; null where nothing was lost.</summary>
    public required RecoveryDocument? Recovery { get; init; }

    /// <summary>Writes an answer.</summary>
    public static WhatIfDocument Of(WhatIfAnswer answer, RecoveryAssumptions assumptions, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(assumptions);
        return new()
        {
            Schema = SchemaName,
            At = at,
            Scenario = ScenarioText.Write(answer.Scenario),
            Before = new(answer.AgentsBefore, ResourcesDocument.Of(answer.TotalBefore), ResourcesDocument.Of(answer.AllocatedBefore), ResourcesDocument.Of(answer.StrandedBefore), HeadroomDocument.Of(answer.HeadroomBefore)),
            After = new(answer.AgentsAfter, ResourcesDocument.Of(answer.TotalAfter), ResourcesDocument.Of(answer.AllocatedAfter), ResourcesDocument.Of(answer.StrandedAfter), HeadroomDocument.Of(answer.HeadroomAfter)),
            EmptyAgentsAfter = answer.EmptyAgentsAfter,
            ToPlace = answer.ToPlace,
            UnplacedInstances = answer.UnplacedInstances,
            Unplaced = [.. answer.Unplaced.Select(u => new UnplacedDocument(u.App.Framework, u.App.Id, u.Instances, u.Reason))],
            Recovery = answer.Recovery is { } r
                ? new(r.Total.TotalSeconds, r.Detection.TotalSeconds, r.Starting.TotalSeconds, r.StartTime.TotalSeconds, assumptions.StartsPerSecond, assumptions.StartsPerSecondAndAgent)
                : null,
        };
    }
}
