namespace Capacity.Core.Alerting.Correlation;

/// <summary>Several machines that failed together.</summary>
/// <param name="Zone">Their zone; <see langword="null"/> where none is known.</param>
/// <param name="Rack">Their rack; <see langword="null"/> for all of the zone.</param>
/// <param name="Hosts">The machines.</param>
/// <param name="Why">Why they are taken to be one failure.</param>
internal sealed record Failure(string? Zone, string? Rack, IReadOnlyList<HostEvidence> Hosts, string Why);
