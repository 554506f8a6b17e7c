using Capacity.Core.Planning.Defragmentation.Clusters;

namespace Capacity.Server.Api.Packing;

/// <summary>Whether something fits, where, and if not, why.</summary>
public sealed record FitDocument
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-fit/1";

    /// <summary>Gets the name of the form.</summary>
    public required string Schema { get; init; }

    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what each instance asks for.</summary>
    public required ResourcesDocument Shape { get; init; }

    /// <summary>Gets the role.</summary>
    public required string Role { get; init; }

    /// <summary>Gets the constraints.</summary>
    public required IReadOnlyList<string> Constraints { get; init; }

    /// <summary>Gets how many instances were asked for.</summary>
    public required int Instances { get; init; }

    /// <summary>Gets how many find room.</summary>
    public required int Placed { get; init; }

    /// <summary>Gets whether all do.</summary>
    public required bool Fits { get; init; }

    /// <summary>Gets how many there would be room for; null for no end.</summary>
    public required long? Room { get; init; }

    /// <summary>Gets whether there may be room for more than that.</summary>
    public required bool RoomIsAtLeast { get; init; }

    /// <summary>Gets how many agents were looked at.</summary>
    public required int Agents { get; init; }

    /// <summary>Gets the agents that the instances go to.</summary>
    public required IReadOnlyList<FitPlaceDocument> Where { get; init; }

    /// <summary>Gets what binds; null where everything fits.</summary>
    public required ObstacleDocument? Binding { get; init; }

    /// <summary>Gets everything that keeps the next instance from agents; an agent may have several.</summary>
    public required IReadOnlyList<ObstacleDocument> Obstacles { get; init; }

    /// <summary>Gets the fewest moves found after which one instance fits; null where one fits as it is.</summary>
    public required RoomByMovingDocument? Moves { get; init; }

    /// <summary>Writes an answer.</summary>
    public static FitDocument Of(FitOrRoom found, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(found);
        var answer = found.Fit;
        return new()
        {
            Schema = SchemaName,
            At = at,
            Shape = ResourcesDocument.Of(answer.Request.Shape),
            Role = answer.Request.Role,
            Constraints = [.. answer.Request.Constraints.Select(c => c.ToString())],
            Instances = answer.Request.Instances,
            Placed = answer.Placed,
            Fits = answer.Fits,
            Room = answer.Room,
            RoomIsAtLeast = answer.RoomIsAtLeast,
            Agents = answer.Agents,
            Where = [.. answer.Where.Select(w => new FitPlaceDocument(w.Agent.ToString(), w.Zone, w.Instances))],
            Binding = answer.Binding is { } binding ? ObstacleDocument.Of(binding) : null,
            Obstacles = [.. answer.Obstacles.Select(ObstacleDocument.Of)],
            Moves = found.Room is { } room ? RoomByMovingDocument.Of(room) : null,
        };
    }
}
