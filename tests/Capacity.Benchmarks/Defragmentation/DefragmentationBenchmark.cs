using System.Globalization;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;
using Capacity.Testing.Packing;

namespace Capacity.Benchmarks.Defragmentation;

/// <summary>Plans for a generated cluster of 1,000 agents and 25,000 containers with a 16-core fragment rate of 0.55, and what simple rules make of it.</summary>
internal static class DefragmentationBenchmark
{
    private const double Share = 0.024;

    public static void Run(int seed, TextWriter output)
    {
        var problem = FragmentedCluster.Create(seed, 1000, 25_000, 0.55);
        var containers = problem.Given.Sum(g => g.Count);
        var moves = (int)(containers * Share);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {problem.Machines.Count} agents, {containers} containers, FR16 {FragmentedCluster.FragmentRate(problem):0.000}, at most {moves} moves (2.4 %)"));
        Write("warm-up", problem, p => Plan(p, DefragmentationGoal.Fragmentation, 20, 0), TextWriter.Null);
        Write("Capacity", problem, p => Plan(p, DefragmentationGoal.Fragmentation, moves, null), output);
        Write("Capacity, no search", problem, p => Plan(p, DefragmentationGoal.Fragmentation, moves, 0), output);
        Write("best single move", problem, p => BestSingleMove.Plan(p, moves), output);
        Write("evict the emptiest", problem, p => EvictTheEmptiest.Plan(p, moves), output);
        foreach (var goal in new[] { DefragmentationGoal.FreeAgents, DefragmentationGoal.LargestFit, DefragmentationGoal.Stranding, DefragmentationGoal.Risk })
        {
            var plan = Timed(() => Plan(problem, goal, moves, null), out var seconds);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal {goal}: {plan.Before:0.####} -> {plan.After:0.####} with {plan.Moves.Count} moves in {plan.Waves} waves, {seconds:0.00} s, {plan.Rounds} rounds; {Verdict(problem, plan.Moves)}"));
        }
    }

    private static DefragmentationPlan Plan(PackingProblem problem, DefragmentationGoal goal, int moves, int? rounds) => DefragmentationPlanner.Plan(
        problem,
        new() { Goal = goal, MaxMoves = moves, Rounds = rounds, Shape = goal == DefragmentationGoal.Fragmentation ? [16, 0] : Mix(problem) },
        TimeProvider.System,
        null,
        CancellationToken.None);

    private static double[] Mix(PackingProblem problem)
    {
        var cores = problem.Given.Sum(g => g.Count * problem.Items[g.Item].Demand[0]);
        return [1, problem.Given.Sum(g => g.Count * problem.Items[g.Item].Demand[1]) / cores];
    }

    private static void Write(string name, PackingProblem problem, Func<PackingProblem, DefragmentationPlan> planner, TextWriter output)
    {
        var plan = Timed(() => planner(problem), out var seconds);
        var before = FragmentedCluster.FragmentRate(problem);
        var after = FragmentedCluster.FragmentRate(After(problem, plan.Moves));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: FR16 {after:0.000}, cut by {1 - (after / before):P1}, {plan.Moves.Count} moves in {plan.Waves} waves, {seconds:0.00} s, {plan.Rounds} rounds; {Verdict(problem, plan.Moves)}"));
    }

    private static string Verdict(PackingProblem problem, IReadOnlyList<PlannedMove> moves) => new PlanReplay(problem).FaultIn(moves) ?? "every step checked";

    private static PackingProblem After(PackingProblem problem, IReadOnlyList<PlannedMove> moves)
    {
        var replay = new PlanReplay(problem);
        replay.FaultIn(moves);
        return new(problem.Resources, problem.Machines, problem.Items, given:
        [
            .. replay.Running.SelectMany((list, m) => list.GroupBy(i => i.Item).Select(g => new GivenPlacement(m, g.Key, g.Count()))),
        ]);
    }

    private static DefragmentationPlan Timed(Func<DefragmentationPlan> work, out double seconds)
    {
        var began = TimeProvider.System.GetTimestamp();
        var plan = work();
        seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        return plan;
    }
}
