namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>One kind of failure: which machines fail together.</summary>
/// <param name="Of">The number of each machine's domain; -1 where it is in none.</param>
/// <param name="Count">How many domains there are.</param>
internal sealed record FailureDomains(int[] Of, int Count)
{
    /// <summary>Numbers the domains.</summary>
    public static FailureDomains Read(IReadOnlyList<string?> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = names.Select(n => n is null ? -1 : numbers.TryGetValue(n, out var number) ? number : numbers[n] = numbers.Count).ToArray();
        return new(of, numbers.Count);
    }
}
