namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>How what is not growth may hang together, in parts of the noise.</summary>
/// <param name="Memory">How much of the noise is there still a day later, 0 to 1 exclusive.</param>
/// <param name="Wander">How far the level wanders in a day.</param>
internal sealed record NoiseTexture(double Memory, double Wander)
{
    private static readonly double[] Memories = [0, 0.3, 0.6, 0.85];
    private static readonly double[] Wanders = [0.02, 0.15, 0.5];

    /// <summary>Gets those that are thought of; none is more likely than the others before a series was seen.</summary>
    public static IReadOnlyList<NoiseTexture> All { get; } = [.. Memories.SelectMany(_ => Wanders, (m, w) => new NoiseTexture(m, w))];
}
