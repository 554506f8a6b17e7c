namespace Capacity.Core.Packing.Solving.Model;

/// <summary>A problem as arrays of numbers: what the search reads, and never changes.</summary>
internal sealed class PackingModel
{
    public PackingModel(PackingProblem problem)
    {
        Problem = problem;
        Resources = problem.Resources.Count;
        Stride = (Resources + VectorMath.Lanes - 1) / VectorMath.Lanes * VectorMath.Lanes;
        Quanta = [.. Enumerable.Range(0, Resources).Select(r => Quantum.Of(AmountsOf(problem, r)))];
        Capacity = Spread(problem.Machines.Select(m => m.Capacity), problem.Machines.Count, (q, a) => q.Capacity(a));
        Demand = Spread(problem.Items.Select(i => i.Demand), problem.Items.Count, (q, a) => q.Demand(a));
        Count = [.. problem.Items.Select(i => i.Count)];
        Reservations = new(problem, Quanta, Stride);
        Eligibility = new(problem);
        Spreads = new(this);
        Conflicts = new(problem);
    }

    public PackingProblem Problem { get; }

    public int Machines => Problem.Machines.Count;

    public int Items => Problem.Items.Count;

    public int Resources { get; }

    /// <summary>Gets how many numbers each machine and item has: the resources, filled up with zeros to whole vectors.</summary>
    public int Stride { get; }

    public Quantum[] Quanta { get; }

    /// <summary>Gets what everybody may take, by machine and resource, in quanta.</summary>
    public double[] Capacity { get; }

    /// <summary>Gets what each takes, by item and resource, in quanta.</summary>
    public double[] Demand { get; }

    public int[] Count { get; }

    public ReservationTable Reservations { get; }

    public EligibilityTable Eligibility { get; }

    public SpreadRules Spreads { get; }

    public ConflictRules Conflicts { get; }

    /// <summary>Gets whether nothing but capacity limits anything.</summary>
    public bool IsPlain => Eligibility.IsOpen && Spreads.IsEmpty && Conflicts.IsEmpty && Reservations.IsEmpty;

    public ReadOnlySpan<double> DemandOf(int item) => Demand.AsSpan(item * Stride, Stride);

    public ReadOnlySpan<double> CapacityOf(int machine) => Capacity.AsSpan(machine * Stride, Stride);

    /// <summary>Says whether a machine with nothing on it has room for an item.</summary>
    public bool CouldHold(int item, int machine)
    {
        var reserved = Reservations.RowOf(item, machine);
        for (var r = 0; r < Resources; r++)
        {
            if (Demand[(item * Stride) + r] > Capacity[(machine * Stride) + r] + (reserved < 0 ? 0 : Reservations.Amounts[reserved + r]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<double> AmountsOf(PackingProblem problem, int resource) =>
    [
        .. problem.Machines.Select(m => m.Capacity[resource]).Distinct(),
        .. problem.Machines.SelectMany(m => m.Reserved.Values.Select(r => r[resource])).Distinct(),
        .. problem.Items.Select(i => i.Demand[resource]).Distinct(),
    ];

    private double[] Spread(IEnumerable<IReadOnlyList<double>> rows, int count, Func<Quantum, double, double> convert)
    {
        var values = new double[count * Stride];
        var start = 0;
        foreach (var row in rows)
        {
            for (var r = 0; r < Resources; r++)
            {
                values[start + r] = convert(Quanta[r], row[r]);
            }

            start += Stride;
        }

        return values;
    }
}
