namespace Capacity.Server.Api.Packing;

/// <summary>How long until what was lost and finds a place runs again, and what that takes for granted.</summary>
/// <param name="TotalSeconds">All of it.</param>
/// <param name="DetectionSeconds">Until the loss is known.</param>
/// <param name="StartingSeconds">Until the last instance is started.</param>
/// <param name="StartTimeSeconds">Until it serves.</param>
/// <param name="StartsPerSecond">How many tasks all schedulers start each second: taken for granted.</param>
/// <param name="StartsPerSecondAndAgent">How many of them on one agent: taken for granted.</param>
public sealed record RecoveryDocument(
    double TotalSeconds, double DetectionSeconds, double StartingSeconds, double StartTimeSeconds, double StartsPerSecond, double StartsPerSecondAndAgent);
