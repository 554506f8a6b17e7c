using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Measures;

/// <summary>What the loss of a zone or an agent would come to (D20).</summary>
/// <param name="Level">What is lost: a zone, or an agent as its host.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lost">The instances that run there.</param>
/// <param name="Unplaced">How many of them find no place elsewhere, those that keep data there among them.</param>
/// <param name="Stateful">How many of them keep data there.</param>
/// <param name="UnplacedApps">Their apps.</param>
/// <param name="Headroom">By how much the workload might still grow afterwards; <see langword="null"/> where that was not measured.</param>
public sealed record LossFigures(
    DomainLevel Level, string Name, int Lost, int Unplaced, int Stateful, IReadOnlyList<AppKey> UnplacedApps, GrowthHeadroom? Headroom);
