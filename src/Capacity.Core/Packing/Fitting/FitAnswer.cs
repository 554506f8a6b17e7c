namespace Capacity.Core.Packing.Fitting;

/// <summary>Whether a request fits, where, and why not.</summary>
/// <param name="Request">The request.</param>
/// <param name="Placed">How many of its instances find room, nothing being moved.</param>
/// <param name="Room">How many there would be room for; <see langword="null"/> for no end.</param>
/// <param name="RoomIsAtLeast">Whether there may be room for more than <paramref name="Room"/>: under constraints not more than a thousand are tried.</param>
/// <param name="Where">The agents that the placed instances go to.</param>
/// <param name="Obstacles">
/// What keeps one more instance from agents, that of the most agents first; all of an agent's obstacles count.
/// </param>
/// <param name="Agents">How many agents were looked at.</param>
public sealed record FitAnswer(
    FitRequest Request,
    int Placed,
    long? Room,
    bool RoomIsAtLeast,
    IReadOnlyList<FitPlace> Where,
    IReadOnlyList<FitObstacle> Obstacles,
    int Agents)
{
    /// <summary>Gets whether all instances fit.</summary>
    public bool Fits => Placed == Request.Instances;

    /// <summary>Gets what binds: the obstacle that alone keeps the next instance from the most agents, or is on the most; <see langword="null"/> where everything fits.</summary>
    public FitObstacle? Binding => Fits ? null : Obstacles.OrderByDescending(o => o.AgentsWithNoOther).ThenByDescending(o => o.Agents).FirstOrDefault();
}
