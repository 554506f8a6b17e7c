using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation.Goals;
using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation;

/// <summary>Finds moves that bring a placement nearer to a goal.</summary>
/// <remarks>
/// Every move is possible when its turn comes, with the new item started before the old one ends; no capacity is exceeded and no
/// constraint broken at any moment, and one that is broken already gets no worse. Pinned items and those beyond the disruption budget
/// stay where they are, and so does what moved already, but from a spare machine.
/// </remarks>
public static class DefragmentationPlanner
{
    // A round on a large cluster takes longer, and improves a smaller part of the plan.
    private const int MachineRounds = 10_000;
    private const int FewestRounds = 5;

    /// <summary>Plans moves.</summary>
    /// <param name="problem">The placement; nothing of it is changed.</param>
    /// <param name="request">What is to be achieved.</param>
    /// <param name="time">The clock for the request's budget.</param>
    /// <param name="progress">Told the goal's measure whenever it got better, with the moves it takes; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the search without an answer.</param>
    /// <exception cref="ArgumentException">The shape does not belong to the problem.</exception>
    public static DefragmentationPlan Plan(
        PackingProblem problem, DefragmentationRequest request, TimeProvider time, IProgress<(double Measure, int Moves)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxMoves);
        if (request.Shape.Count != problem.Resources.Count || !request.Shape.Any(a => a > 0) || request.Shape.Any(a => a < 0 || !double.IsFinite(a)))
        {
            throw new ArgumentException($"The shape needs {problem.Resources.Count} numbers, one of them over 0 and none below.", nameof(request));
        }

        var began = time.GetTimestamp();
        var state = new MovingState(problem, request.Disruption);
        var goal = GoalOf(problem, request, state);
        var before = goal.Measure(state);
        var search = new PlanSearch(state, goal, request.MaxMoves, new Random(request.Seed), IsOver);
        var rounds = 0;
        search.Start();
        progress?.Report((goal.Measure(state), state.Moves));
        var most = request.Rounds ?? Math.Max(FewestRounds, MachineRounds / Math.Max(1, problem.Machines.Count));
        for (; rounds < most && search.Chosen.Count > 0 && !IsOver(); rounds++)
        {
            var value = goal.Value(state);
            search.Improve();
            if (goal.Value(state) > value)
            {
                progress?.Report((goal.Measure(state), state.Moves));
            }
        }

        search.Sort();
        search.Trim();
        return new(request.Goal, before, Number(problem, request, goal, state, search.Chosen), rounds, rounds < most && IsOver());

        bool IsOver()
        {
            cancellationToken.ThrowIfCancellationRequested();
            return time.GetElapsedTime(began) >= request.Budget;
        }
    }

    /// <summary>Measures a placement, and what moves make of it.</summary>
    /// <param name="problem">The placement.</param>
    /// <param name="request">Which goal's measure, and in which shape.</param>
    /// <param name="moves">The moves, which are possible in this order.</param>
    public static (double Before, double After) Measure(PackingProblem problem, DefragmentationRequest request, IEnumerable<Move> moves)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(moves);
        var state = new MovingState(problem, request.Disruption);
        var goal = GoalOf(problem, request, state);
        var before = goal.Measure(state);
        foreach (var move in moves)
        {
            state.Make(move);
        }

        return (before, goal.Measure(state));
    }

    private static IMoveGoal GoalOf(PackingProblem problem, DefragmentationRequest request, MovingState state)
    {
        var fit = new ShapeFit(state.Model, request.Shape);
        var machines = problem.Machines.Count;
        return request.Goal switch
        {
            DefragmentationGoal.Fragmentation => new FragmentationGoal(fit, machines),
            DefragmentationGoal.FreeAgents => new FreeMachinesGoal(fit, machines),
            DefragmentationGoal.LargestFit => new LargestFitGoal(fit, machines),
            DefragmentationGoal.Stranding => new StrandingGoal(fit, machines),
            DefragmentationGoal.Risk => new RiskGoal(fit, DomainsOf(problem, request).Select(FailureDomains.Read), QuorumsOf(problem, request, state)),
            var other => throw new ArgumentOutOfRangeException(nameof(request), other, "This is no goal."),
        };
    }

    private static IReadOnlyList<IReadOnlyList<string?>> DomainsOf(PackingProblem problem, DefragmentationRequest request) =>
        request.FailureDomains ?? [[.. problem.Machines.Select(m => m.Id)]];

    private static int[] QuorumsOf(PackingProblem problem, DefragmentationRequest request, MovingState state)
    {
        var quorums = new int[state.Groups];
        Array.Fill(quorums, 1);
        for (var i = 0; i < problem.Items.Count; i++)
        {
            if (request.Quorums.TryGetValue(problem.Items[i].Group ?? problem.Items[i].Id, out var quorum))
            {
                quorums[state.GroupOf(i)] = quorum;
            }
        }

        return quorums;
    }

    private static List<PlannedMove> Number(
        PackingProblem problem, DefragmentationRequest request, IMoveGoal goal, MovingState state, IReadOnlyList<MoveBundle> chosen)
    {
        IReadOnlyList<Move> moves = [.. chosen.SelectMany(b => b.Moves)];
        var waves = Waves.Of(problem, request.Disruption, moves);
        var planned = new List<PlannedMove>(moves.Count);
        state.TakeBackTo(0);
        for (var i = 0; i < moves.Count; i++)
        {
            state.Make(moves[i]);
            planned.Add(new(moves[i], waves[i], goal.Measure(state)));
        }

        return planned;
    }
}
