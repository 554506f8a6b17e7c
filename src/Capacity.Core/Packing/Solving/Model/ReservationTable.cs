namespace Capacity.Core.Packing.Solving.Model;

/// <summary>What is reserved for roles: a row of amounts for each machine and role that has some.</summary>
internal sealed class ReservationTable
{
    private readonly Dictionary<(int Machine, int Role), int> rows = [];
    private readonly int[] roles;

    public ReservationTable(PackingProblem problem, Quantum[] quanta, int stride)
    {
        var names = new Dictionary<string, int>();
        var amounts = new List<double>();
        for (var m = 0; m < problem.Machines.Count; m++)
        {
            foreach (var (role, reserved) in problem.Machines[m].Reserved.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                rows[(m, IndexOf(names, role))] = amounts.Count;
                amounts.AddRange(Enumerable.Range(0, stride).Select(r => r < quanta.Length ? quanta[r].Capacity(reserved[r]) : 0));
            }
        }

        Amounts = [.. amounts];
        roles = [.. problem.Items.Select(i => i.Role is { } role && names.TryGetValue(role, out var index) ? index : -1)];
    }

    /// <summary>Gets all rows, one after the other, in quanta.</summary>
    public double[] Amounts { get; }

    public bool IsEmpty => Amounts.Length == 0;

    /// <summary>Finds where an item's reservation on a machine begins in <see cref="Amounts"/>.</summary>
    /// <returns>The start, or -1 where there is none.</returns>
    public int RowOf(int item, int machine) => !IsEmpty && roles[item] >= 0 && rows.TryGetValue((machine, roles[item]), out var row) ? row : -1;

    /// <summary>Says whether some machine has a reservation that an item may take.</summary>
    public bool MayServe(int item) => roles[item] >= 0;

    /// <summary>Adds all reservations to the capacities of their machines.</summary>
    public void AddTo(double[] capacity, int stride)
    {
        foreach (var ((machine, _), row) in rows)
        {
            VectorMath.Add(capacity, machine * stride, Amounts, row, stride, 1);
        }
    }

    private static int IndexOf(Dictionary<string, int> names, string name)
    {
        if (!names.TryGetValue(name, out var index))
        {
            names[name] = index = names.Count;
        }

        return index;
    }
}
