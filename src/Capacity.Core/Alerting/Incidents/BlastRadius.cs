namespace Capacity.Core.Alerting.Incidents;

/// <summary>What an incident took with it.</summary>
/// <param name="Hosts">The machines that failed.</param>
/// <param name="Racks">Their racks, as far as they are known.</param>
/// <param name="Zones">Their zones, as far as they are known.</param>
/// <param name="Apps">The apps that ran on them, the hardest hit first; 100 at most.</param>
/// <param name="AppCount">How many apps that are.</param>
/// <param name="Instances">How many of their instances ran on these machines.</param>
public sealed record BlastRadius(int Hosts, IReadOnlyList<string> Racks, IReadOnlyList<string> Zones, IReadOnlyList<HitApp> Apps, int AppCount, int Instances);
