using Capacity.Core.Packing.Solving;

namespace Capacity.Cli.Packing;

/// <summary>Makes single machines of kinds with a count.</summary>
internal static class MachineExpansion
{
    /// <summary>Lists the machines: the id itself where the count is 1, else the id with -1, -2 and so on.</summary>
    /// <param name="document">The document.</param>
    /// <param name="resources">How many resources there are.</param>
    /// <param name="items">How many items there are: more machines of a kind than that are never used, unless something is placed on them.</param>
    public static List<PackingMachine> Expand(InstanceDocument document, int resources, long items)
    {
        var machines = new List<PackingMachine>();
        foreach (var (i, entry) in (document.Machines ?? throw new FormatException("machines: there are none")).Index())
        {
            var where = $"machines[{i}]";
            var kind = entry ?? throw new FormatException($"{where} is null");
            var id = EntryRules.Id(kind.Id, where);
            var count = EntryRules.Count(kind.Count, 0, $"{where}.count");
            var capacity = EntryRules.Amounts(kind.Capacity, resources, $"{where}.capacity");
            foreach (var (role, amounts) in kind.Reserved ?? new Dictionary<string, IReadOnlyList<double>>())
            {
                EntryRules.Amounts(amounts, resources, $"{where}.reserved.{role}");
            }

            var kept = document.Placement is { Count: > 0 } ? count : (int)Math.Min(count, Math.Max(1, items));
            for (var n = 1; n <= kept; n++)
            {
                machines.Add(new(count == 1 ? id : $"{id}-{n}", capacity)
                {
                    Attributes = kind.Attributes ?? new Dictionary<string, string>(),
                    Reserved = kind.Reserved ?? new Dictionary<string, IReadOnlyList<double>>(),
                    AcceptsNew = kind.AcceptsNew,
                });
            }
        }

        return machines;
    }
}
