namespace Capacity.Server.Api.Incidents;

/// <summary>Alerts with the same verdict for the same reason.</summary>
/// <param name="Verdict"><c>none</c>, <c>held</c> or <c>ticket</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">When the last of them is decided upon again; <see langword="null"/> where nothing is open.</param>
/// <param name="Alerts">How many.</param>
public sealed record HeldGroupDocument(string Verdict, string Reason, DateTimeOffset? Until, int Alerts);
