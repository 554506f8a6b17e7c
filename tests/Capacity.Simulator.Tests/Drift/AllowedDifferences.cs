namespace Capacity.Simulator.Tests.Drift;

/// <summary>Where the simulated cluster may differ from the recorded one, and why.</summary>
internal static class AllowedDifferences
{
    public static bool IsMissingOnPurpose(string who, string what, string field) => false;

    public static bool IsAddedOnPurpose(string who, string what, string field) => false;
}
