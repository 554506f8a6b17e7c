using Capacity.Core.Checks;

namespace Capacity.Server.Checks;

/// <summary>What came of the last look, and of all looks before it.</summary>
/// <param name="At">When it was.</param>
/// <param name="Checks">All checks.</param>
/// <param name="Count">How many looks there were since the start.</param>
/// <param name="BlindCounts">How many of them each check was blind for.</param>
/// <param name="Took">How long all looks took together.</param>
public sealed record CheckLooks(DateTimeOffset At, IReadOnlyList<CheckState> Checks, long Count, IReadOnlyDictionary<string, long> BlindCounts, TimeSpan Took)
{
    /// <summary>Adds a look to those before.</summary>
    internal static CheckLooks After(CheckLooks? before, IReadOnlyList<CheckState> checks, DateTimeOffset at, TimeSpan took) => new(
        at,
        checks,
        (before?.Count ?? 0) + 1,
        checks.ToDictionary(c => c.Rule.Name, c => (before?.BlindCounts.GetValueOrDefault(c.Rule.Name) ?? 0) + (c.Blindness is null ? 0 : 1)),
        (before?.Took ?? TimeSpan.Zero) + took);
}
