namespace Capacity.Server.Api.Packing;

/// <summary>What the loss of a zone or an agent would come to.</summary>
/// <param name="Level">zone or host.</param>
/// <param name="Name">The zone or the agent.</param>
/// <param name="Lost">The instances there.</param>
/// <param name="Unplaced">How many of them find no other place.</param>
/// <param name="Stateful">How many of them keep data there.</param>
/// <param name="UnplacedApps">Their apps, by framework and id.</param>
/// <param name="Headroom">By how much the workload may grow afterwards; null where that was not measured.</param>
public sealed record LossDocument(string Level, string Name, int Lost, int Unplaced, int Stateful, IReadOnlyList<string> UnplacedApps, HeadroomDocument? Headroom);
