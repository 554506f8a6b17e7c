using System.Globalization;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Model;

/// <summary>What the Marathons are called.</summary>
internal static class FrameworkNames
{
    private static readonly SyntheticFramework[] First = [.. SyntheticFramework.All.Where(f => f != SyntheticFramework.Chronos)];

    /// <param name="index">Which Marathon, from 0.</param>
    public static SyntheticFramework Marathon(int index) => index < First.Length
        ? First[index] with { Number = index }
        : new(index, string.Create(CultureInfo.InvariantCulture, $"marathon-{index + 1}"), ["prod"]);
}
