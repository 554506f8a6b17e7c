namespace Capacity.Core.Packing.Solving.Model;

/// <summary>What is reserved for roles: a row of amounts for each machine and role that has some.</summary>
internal sealed class ReservationTable
{
    /// <summary>Where the row of a machine and role begins, the roles of a machine side by side; -1 for none.</summary>
    private readonly int[] rows;
    private readonly int roleCount;
    private readonly int[] roles;

    public ReservationTable(PackingProblem problem, Quantum[] quanta, int stride)
    {
        var names = problem.Machines.SelectMany(m => m.Reserved.Keys).Distinct().Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i);
        var amounts = new List<double>();
        roleCount = names.Count;
        rows = new int[problem.Machines.Count * roleCount];
        Array.Fill(rows, -1);
        for (var m = 0; m < problem.Machines.Count; m++)
        {
            foreach (var (role, reserved) in problem.Machines[m].Reserved.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                rows[(m * roleCount) + names[role]] = amounts.Count;
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
    public int RowOf(int item, int machine) => roles[item] >= 0 ? rows[(machine * roleCount) + roles[item]] : -1;

    /// <summary>Says whether some machine has a reservation that an item may take.</summary>
    public bool MayServe(int item) => roles[item] >= 0;

    /// <summary>Adds all reservations to the capacities of their machines.</summary>
    public void AddTo(double[] capacity, int stride)
    {
        foreach (var (i, row) in rows.Index().Where(r => r.Item >= 0))
        {
            VectorMath.Add(capacity, i / roleCount * stride, Amounts, row, stride, 1);
        }
    }
}
