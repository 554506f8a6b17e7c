namespace Capacity.Simulator.Synthetic;

/// <summary>A framework of the synthetic cluster.</summary>
/// <param name="Number">Its place in the order of registration, from 0.</param>
/// <param name="Name">Its name, which is its principal too.</param>
/// <param name="Roles">The roles it is subscribed to.</param>
internal sealed record SyntheticFramework(int Number, string Name, IReadOnlyList<string> Roles)
{
    /// <summary>Gets the framework whose executors are all short jobs.</summary>
    public static SyntheticFramework Chronos { get; } = new(3, "chronos", ["batch"]);

    /// <summary>Gets all frameworks, several Marathons among them.</summary>
    public static IReadOnlyList<SyntheticFramework> All { get; } =
    [
        new(0, "marathon", ["prod", "dev"]),
        new(1, "marathon-data", ["batch", "prod"]),
        new(2, "marathon-edge", ["prod"]),
        Chronos,
    ];

    public string Id { get; init; } = $"{ClusterNaming.MasterId}-{Number:D4}";
}
