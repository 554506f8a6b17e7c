using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>A model with everything on one scale: a resource's mean capacity is 1.</summary>
internal sealed class SearchModel
{
    public SearchModel(PackingModel model)
    {
        Model = model;
        Demand = new double[model.Demand.Length];
        Scale = new double[model.Stride];
        Scarcity = new double[model.Stride];
        Size = new double[model.Items];
        for (var r = 0; r < model.Resources; r++)
        {
            var (capacity, demand) = Totals(r);
            Scale[r] = capacity > 0 ? model.Machines / capacity : 0;
            Scarcity[r] = capacity > 0 ? demand / capacity : 0;
        }

        var all = Scarcity.Sum();
        for (var r = 0; r < model.Resources && all > 0; r++)
        {
            Scarcity[r] /= all;
        }

        for (var i = 0; i < model.Items; i++)
        {
            for (var r = 0; r < model.Resources; r++)
            {
                Demand[(i * model.Stride) + r] = model.Demand[(i * model.Stride) + r] * Scale[r];
                Size[i] += Demand[(i * model.Stride) + r] * Scarcity[r];
            }
        }
    }

    public PackingModel Model { get; }

    /// <summary>Gets demands by item and resource, as parts of the mean capacity.</summary>
    public double[] Demand { get; }

    /// <summary>Gets what turns quanta into parts of the mean capacity, by resource.</summary>
    public double[] Scale { get; }

    /// <summary>Gets how much each resource matters: demand by capacity, 1 in sum.</summary>
    public double[] Scarcity { get; }

    /// <summary>Gets how large each item is, in what matters.</summary>
    public double[] Size { get; }

    /// <summary>Says how large a machine is.</summary>
    public double SizeOf(int machine)
    {
        var size = 0.0;
        for (var r = 0; r < Model.Resources; r++)
        {
            size += Model.Capacity[(machine * Model.Stride) + r] * Scale[r] * Scarcity[r];
        }

        return size;
    }

    /// <summary>Says how much is free on a machine, in what matters.</summary>
    public double SlackOf(PackingState state, int machine)
    {
        var slack = 0.0;
        for (var r = 0; r < Model.Resources; r++)
        {
            slack += state.FreeQuanta[(machine * Model.Stride) + r] * Scale[r] * Scarcity[r];
        }

        return slack;
    }

    private (double Capacity, double Demand) Totals(int resource)
    {
        var (capacity, demand) = (0.0, 0.0);
        for (var m = 0; m < Model.Machines; m++)
        {
            capacity += Model.Capacity[(m * Model.Stride) + resource];
        }

        for (var i = 0; i < Model.Items; i++)
        {
            demand += Model.Demand[(i * Model.Stride) + resource] * Model.Count[i];
        }

        return (capacity, demand);
    }
}
