using Capacity.Core.Packing.Fitting;

namespace Capacity.Server.Api.Packing;

/// <summary>Something that keeps an instance from agents.</summary>
/// <param name="Kind">machineClosed, notEligible, resource or constraint.</param>
/// <param name="Subject">The agents' state, the constraint, or the resource that is short.</param>
/// <param name="Agents">How many agents have it.</param>
/// <param name="AgentsWithNoOther">How many of them have nothing else against it.</param>
public sealed record ObstacleDocument(string Kind, string Subject, int Agents, int AgentsWithNoOther)
{
    /// <summary>Writes an obstacle.</summary>
    public static ObstacleDocument Of(FitObstacle obstacle)
    {
        ArgumentNullException.ThrowIfNull(obstacle);
        return new(Words.Of(obstacle.Kind), obstacle.Subject, obstacle.Agents, obstacle.AgentsWithNoOther);
    }
}
