namespace Capacity.Server.Api.Planning;

/// <summary>Containers that no plan moves.</summary>
/// <param name="Reason">stateful, noMarathon, noOverCapacity or deploying.</param>
/// <param name="Containers">How many there are.</param>
public sealed record StayingDocument(string Reason, int Containers);
