namespace Capacity.Server.Api.Packing;

/// <summary>Instances that an agent has room for.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Zone">Its zone; null for none.</param>
/// <param name="Instances">How many.</param>
public sealed record FitPlaceDocument(string Agent, string? Zone, int Instances);
