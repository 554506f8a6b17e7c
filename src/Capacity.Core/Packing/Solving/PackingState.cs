using Capacity.Core.Packing.Solving.Model;
using Capacity.Core.Packing.Solving.State;

namespace Capacity.Core.Packing.Solving;

/// <summary>Which items are on which machines now, and what that leaves free. Not for use by several threads at once.</summary>
public sealed class PackingState
{
    private readonly PackingModel model;
    private readonly MachineContents contents;
    private readonly double[] free;
    private readonly double[] reservedUsed;
    private readonly int[] placed;
    private readonly SpreadCount[] spreads;
    private readonly ConflictCounts conflicts;

    /// <summary>Initializes a new instance of the <see cref="PackingState"/> class: with what the problem says is placed already.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="keepGiven">Whether nothing that is placed already may move; else pinned items only.</param>
    /// <exception cref="ArgumentException">The given placement needs more than a machine has.</exception>
    public PackingState(PackingProblem problem, bool keepGiven = false)
    {
        Problem = problem;
        model = problem.Model;
        contents = new(model.Machines);
        free = (double[])model.Capacity.Clone();
        reservedUsed = new double[model.Reservations.Amounts.Length];
        placed = new int[model.Items];
        spreads = [.. Enumerable.Range(0, model.Spreads.Counters).Select(c => new SpreadCount(model.Spreads.FieldOf(c), model.Spreads.DomainOf(c)))];
        conflicts = new(model.Conflicts, model.Machines);
        foreach (var (machine, item, count) in problem.Given)
        {
            for (var i = 0; i < count; i++)
            {
                if (ScarceResource(item, machine) is { } resource)
                {
                    throw new ArgumentException($"What is placed on machine '{problem.Machines[machine].Id}' needs more {resource} than it has.");
                }

                Place(item, machine);
            }

            contents.Fix(item, machine, keepGiven || problem.Items[item].IsPinned ? count : 0);
        }
    }

    private PackingState(PackingState other)
    {
        Problem = other.Problem;
        model = other.model;
        contents = new(other.contents);
        free = (double[])other.free.Clone();
        reservedUsed = (double[])other.reservedUsed.Clone();
        placed = (int[])other.placed.Clone();
        spreads = [.. other.spreads.Select(s => new SpreadCount(s))];
        conflicts = new(other.conflicts);
        MachinesUsed = other.MachinesUsed;
    }

    /// <summary>Gets the problem.</summary>
    public PackingProblem Problem { get; }

    /// <summary>Gets how many machines have items on them.</summary>
    public int MachinesUsed { get; private set; }

    /// <summary>Gets what everybody may still take, by machine and resource, in the model's quanta.</summary>
    internal double[] FreeQuanta => free;

    /// <summary>Gets the problem as arrays.</summary>
    internal PackingModel Model => model;

    /// <summary>Copies it, so that both go their own ways.</summary>
    public PackingState Clone() => new(this);

    /// <summary>Counts the items of a kind that are placed.</summary>
    public int Placed(int item) => placed[item];

    /// <summary>Counts the items of a kind that are not placed.</summary>
    public int Unplaced(int item) => model.Count[item] - placed[item];

    /// <summary>Lists what is on a machine, in no order; until the next change.</summary>
    public ReadOnlySpan<PlacedItems> On(int machine) => contents.On(machine);

    /// <summary>Counts the items of a kind on a machine.</summary>
    public int CountOn(int item, int machine) => contents.CountOn(item, machine);

    /// <summary>Says how much of a resource everybody may still take on a machine, in the problem's unit.</summary>
    public double Free(int machine, int resource) => free[(machine * model.Stride) + resource] * model.Quanta[resource].Size;

    /// <summary>Says whether one more item of a kind may be placed on a machine.</summary>
    public bool CanPlace(int item, int machine) => Fits(item, machine) && IsAllowed(item, machine);

    /// <summary>Finds what keeps one more item of a kind from a machine.</summary>
    /// <returns><see langword="null"/> where nothing does.</returns>
    public PlacementObstacle? WhyNot(int item, int machine) =>
        !model.Eligibility.Accepts[machine] ? new(ObstacleKind.MachineClosed, Problem.Machines[machine].Id)
        : !model.Eligibility.Allows(item, machine) ? new(ObstacleKind.NotEligible, model.Eligibility.ReasonAgainst(item, machine) ?? "machines")
        : ScarceResource(item, machine) is { } resource ? new(ObstacleKind.Resource, resource)
        : BrokenSpread(item, machine) is { } rule ? new(ObstacleKind.Constraint, rule.Constraint.ToString())
        : conflicts.Against(item, machine) is { } conflict ? new(ObstacleKind.Conflict, $"{conflict.Present}, {conflict.Other}, {conflict.Most}")
        : null;

    /// <summary>Places one item of a kind on a machine, whether or not <see cref="CanPlace"/> says it may be.</summary>
    public void Place(int item, int machine) => Change(item, machine, 1);

    /// <summary>Takes one item of a kind from a machine.</summary>
    /// <exception cref="InvalidOperationException">There is none that may move.</exception>
    public void Remove(int item, int machine) => Change(item, machine, -1);

    /// <summary>Says whether there is room for one more item, whatever constraints say.</summary>
    internal bool Fits(int item, int machine)
    {
        var reserved = model.Reservations.IsEmpty ? -1 : model.Reservations.RowOf(item, machine);
        return reserved < 0
            ? VectorMath.FitsIn(model.Demand, item * model.Stride, free, machine * model.Stride, model.Stride)
            : ScarceResource(item, machine) is null;
    }

    /// <summary>Says whether constraints and conflicts allow one more item, whatever room there is.</summary>
    internal bool IsAllowed(int item, int machine) =>
        model.IsPlain || (model.Eligibility.Accepts[machine] && model.Eligibility.Allows(item, machine)
        && BrokenSpread(item, machine) is null && conflicts.Against(item, machine) is null);

    /// <summary>Says whether more of the item's group are on the machine's value than an even spread allows.</summary>
    internal bool IsTooMany(int item, int machine)
    {
        foreach (var rule in model.Spreads.RulesOf(item))
        {
            if (rule.Operator == ConstraintOperator.GroupBy && spreads[rule.Counter].IsTooMany(machine))
            {
                return true;
            }
        }

        return false;
    }

    private void Change(int item, int machine, int count)
    {
        var before = contents.On(machine).Length;
        contents.Add(item, machine, count);
        placed[item] += count;
        MachinesUsed += (contents.On(machine).Length > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        if (model.IsPlain)
        {
            VectorMath.Add(free, machine * model.Stride, model.Demand, item * model.Stride, model.Stride, -count);
            return;
        }

        Take(item, machine, count);
        foreach (var counter in model.Spreads.CountersOf(item))
        {
            spreads[counter].Add(machine, count);
        }

        if (!model.Conflicts.IsEmpty)
        {
            conflicts.Add(item, machine, count);
        }
    }

    private void Take(int item, int machine, int count)
    {
        var reserved = model.Reservations.RowOf(item, machine);
        if (reserved < 0)
        {
            VectorMath.Add(free, machine * model.Stride, model.Demand, item * model.Stride, model.Stride, -count);
            return;
        }

        var demand = model.DemandOf(item);
        for (var r = 0; r < model.Resources; r++)
        {
            var limit = model.Reservations.Amounts[reserved + r];
            var before = reservedUsed[reserved + r];
            var now = before + (demand[r] * count);
            reservedUsed[reserved + r] = now;
            free[(machine * model.Stride) + r] -= Math.Max(0, now - limit) - Math.Max(0, before - limit);
        }
    }

    private string? ScarceResource(int item, int machine)
    {
        var reserved = model.Reservations.RowOf(item, machine);
        var demand = model.DemandOf(item);
        for (var r = 0; r < model.Resources; r++)
        {
            var room = free[(machine * model.Stride) + r];
            if (demand[r] > 0 && demand[r] > room + (reserved < 0 ? 0 : Math.Max(0, model.Reservations.Amounts[reserved + r] - reservedUsed[reserved + r])))
            {
                return Problem.Resources[r];
            }
        }

        return null;
    }

    private SpreadRule? BrokenSpread(int item, int machine)
    {
        foreach (var rule in model.Spreads.RulesOf(item))
        {
            if (!spreads[rule.Counter].Allows(rule, machine))
            {
                return rule;
            }
        }

        return null;
    }
}
