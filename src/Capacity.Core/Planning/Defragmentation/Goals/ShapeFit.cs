using Capacity.Core.Packing.Solving.Model;
using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>How many of a shape, fractions among them, fit into what is free.</summary>
internal sealed class ShapeFit
{
    // Amounts are whole quanta, but the shape need not be.
    private const double Tolerance = 1e-9;

    private readonly double[] amounts;
    private readonly double[] inverse;
    private readonly int[] resources;

    public ShapeFit(PackingModel model, IReadOnlyList<double> shape)
    {
        amounts = [.. shape.Select((a, r) => a / model.Quanta[r].Size)];
        inverse = [.. amounts.Select(a => a > 0 ? 1 / a : 0)];
        resources = [.. Enumerable.Range(0, amounts.Length).Where(r => amounts[r] > 0)];
    }

    /// <summary>Gets the resources that the shape asks for.</summary>
    public ReadOnlySpan<int> Resources => resources;

    /// <summary>Gets how much of a resource one takes, in quanta.</summary>
    public double AmountOf(int resource) => amounts[resource];

    /// <summary>Counts what fits on a machine; nothing where it takes no new items.</summary>
    public double On(MovingState state, int machine) => With(state, machine, -1, 0);

    /// <summary>Counts what would fit with some more items there; fewer where <paramref name="count"/> is negative.</summary>
    public double With(MovingState state, int machine, int item, int count)
    {
        var model = state.Model;
        if (!model.Eligibility.Accepts[machine])
        {
            return 0;
        }

        var free = state.Packing.FreeQuanta.AsSpan(machine * model.Stride, model.Resources);
        var demand = item < 0 ? default : model.DemandOf(item);
        var fit = double.MaxValue;
        foreach (var r in resources)
        {
            fit = Math.Min(fit, (free[r] - (item < 0 ? 0 : count * demand[r])) * inverse[r]);
        }

        return fit;
    }

    /// <summary>Counts what fits on a machine now, and what would with one more item there; below 0 where the item cannot be there, for only what comes out of a reservation may be more than what is free.</summary>
    public (double Now, double With) OnAndWith(MovingState state, int machine, int item)
    {
        var model = state.Model;
        if (!model.Eligibility.Accepts[machine])
        {
            return (0, -1);
        }

        var (now, with, free, demand) = (double.MaxValue, double.MaxValue, machine * model.Stride, item * model.Stride);
        foreach (var r in resources)
        {
            var room = state.Packing.FreeQuanta[free + r];
            now = Math.Min(now, room * inverse[r]);
            with = Math.Min(with, (room - model.Demand[demand + r]) * inverse[r]);
        }

        return (now, with < 0 && !model.Reservations.IsEmpty ? 0 : with);
    }

    /// <summary>Counts what would fit with another item in the place of one; negative infinity where the other does not fit.</summary>
    public double Exchanged(MovingState state, int machine, int leaves, int comes)
    {
        var model = state.Model;
        if (!model.Eligibility.Accepts[machine])
        {
            return 0;
        }

        var (fit, free, gone, come) = (double.MaxValue, machine * model.Stride, leaves * model.Stride, comes * model.Stride);
        foreach (var r in resources)
        {
            fit = Math.Min(fit, (state.Packing.FreeQuanta[free + r] + model.Demand[gone + r] - model.Demand[come + r]) * inverse[r]);
        }

        return fit < 0 ? double.NegativeInfinity : fit;
    }

    /// <summary>Counts whole ones.</summary>
    public static double Whole(double fit) => Math.Floor(fit + Tolerance);
}
