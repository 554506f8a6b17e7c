using System.Text.Json;
using Capacity.Core.Packing.Solving;

namespace Capacity.Cli.Packing;

/// <summary>Reads a packing problem, and says where in the document it is wrong.</summary>
internal static class InstanceReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or is no packing problem.</exception>
    public static (PackingProblem Problem, PackingObjective Objective) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var document = JsonSerializer.Deserialize(stream, PackingJson.ForReading().InstanceDocument) ?? throw Fault("the document is null");
            var objective = ObjectiveOf(document.Objective);
            return (ProblemOf(document), objective);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"'{path}' cannot be read: {FileFaults.Why(path, e)}.");
        }
        catch (JsonException e)
        {
            var where = e.Path is { Length: > 2 } at ? $"{at.TrimStart('$').TrimStart('.')}: " : string.Empty;
            throw new UserErrorException(new FileInfo(path).Length == 0 ? $"{path} is empty; docs/packing.md has the format." : $"{path}: {where}line {e.LineNumber + 1} is not what is expected there; docs/packing.md has the format.");
        }
        catch (FormatException e)
        {
            throw new UserErrorException($"{path}: {e.Message}.");
        }
    }

    private static PackingObjective ObjectiveOf(string? word) => word switch
    {
        null or "machines" => PackingObjective.Machines,
        "fit" => PackingObjective.Fit,
        _ => throw Fault($"objective: '{word}' is neither machines nor fit"),
    };

    private static PackingProblem ProblemOf(InstanceDocument document)
    {
        var resources = document.Resources is { Count: > 0 } named ? named : throw Fault("resources: name one at least, such as [\"cpus\", \"mem\"]");
        var items = Items(document, resources.Count);
        var machines = MachineExpansion.Expand(document, resources.Count, items.Sum(i => (long)i.Count));
        var machineIndex = Index(machines.Select(m => m.Id), "machines");
        var itemIndex = Index(items.Select(i => i.Id), "items");
        var given = Given(document, machineIndex, itemIndex);
        ItemConflict[] conflicts = [.. (document.Conflicts ?? []).Select((c, i) => Conflict(c, i, Own))];
        var problem = new PackingProblem(resources, machines, items, conflicts, given);
        if (given.Count > 0)
        {
            CheckRoom(problem);
        }

        return problem;

        // One string for all that name an item.
        string Own(string name) => itemIndex.TryGetValue(name, out var i) ? items[i].Id : name;
    }

    private static void CheckRoom(PackingProblem problem)
    {
        try
        {
            _ = new PackingState(problem);
        }
        catch (ArgumentException e)
        {
            throw Fault($"placement: {e.Message.TrimEnd('.')}");
        }
    }

    private static List<PackingItem> Items(InstanceDocument document, int resources)
    {
        var items = new List<PackingItem>();
        var known = new Dictionary<ConstraintEntry, PlacementConstraint>(ReferenceEqualityComparer.Instance);
        foreach (var (i, entry) in (document.Items ?? throw Fault("items: there are none")).Index())
        {
            var where = $"items[{i}]";
            var item = entry ?? throw Fault($"{where} is null");
            items.Add(new(EntryRules.Id(item.Id, where), EntryRules.Amounts(item.Demand, resources, $"{where}.demand"), EntryRules.Count(item.Count, 0, $"{where}.count"))
            {
                Group = item.Group,
                IsPinned = item.Pinned,
                Role = item.Role,
                Machines = item.Machines?.ToHashSet(),
                Constraints = item.Constraints is { Count: > 0 } constraints ? [.. constraints.Select((c, n) => Constraint(c, where, n, known))] : [],
            });
        }

        return items.Sum(i => (long)i.Count) <= int.MaxValue ? items : throw Fault("items: there are more than 2147483647 in all");
    }

    private static PlacementConstraint Constraint(ConstraintEntry entry, string where, int index, Dictionary<ConstraintEntry, PlacementConstraint> known)
    {
        if (entry.Parts is not { } parts)
        {
            throw Fault($"{where}.constraints[{index}]: write [\"field\", \"OPERATOR\"] or [\"field\", \"OPERATOR\", \"value\"]");
        }

        try
        {
            return known.TryGetValue(entry, out var constraint) ? constraint : known[entry] = PlacementConstraint.Parse(parts);
        }
        catch (FormatException e)
        {
            throw Fault($"{where}.constraints[{index}]: {e.Message.TrimEnd('.')}");
        }
    }

    private static ItemConflict Conflict(ConflictEntry entry, int index, Func<string, string> own) => entry is { Present: { } present, Other: { } other, Most: >= 0 and var most }
        ? new(own(present), own(other), most)
        : throw Fault($"conflicts[{index}]: write [\"present\", \"other\", how many of the other there may be]");

    private static List<GivenPlacement> Given(InstanceDocument document, Dictionary<string, int> machines, Dictionary<string, int> items)
    {
        var given = new List<GivenPlacement>();
        var left = new Dictionary<string, int>();
        foreach (var (machine, there) in document.Placement ?? new Dictionary<string, Dictionary<string, int>>())
        {
            if (!machines.TryGetValue(machine, out var m))
            {
                throw Fault($"placement.{machine}: there is no such machine; of a machine with a count they are named {machine}-1, {machine}-2 and so on");
            }

            foreach (var (item, count) in there ?? [])
            {
                var where = $"placement.{machine}.{item}";
                if (!items.TryGetValue(item, out var i))
                {
                    throw Fault($"{where}: there is no such item");
                }

                if (EntryRules.Count(count, 0, where) > 0)
                {
                    given.Add(new(m, i, count));
                    left[item] = left.TryGetValue(item, out var before) ? before + count : count;
                    if (left[item] > document.Items![i]!.Count)
                    {
                        throw Fault($"{where}: more of '{item}' are placed than its count of {document.Items[i]!.Count}");
                    }
                }
            }
        }

        return given;
    }

    private static Dictionary<string, int> Index(IEnumerable<string> ids, string where)
    {
        var index = new Dictionary<string, int>();
        foreach (var (at, id) in ids.Index())
        {
            if (!index.TryAdd(id, at))
            {
                throw Fault($"{where}: there are two of '{id}'");
            }
        }

        return index;
    }

    private static FormatException Fault(string text) => new(text);
}
