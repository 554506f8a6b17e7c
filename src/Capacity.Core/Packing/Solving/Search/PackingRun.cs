namespace Capacity.Core.Packing.Solving.Search;

/// <summary>One run of the solver: the greedy rules side by side, then searchers side by side that meet after every round.</summary>
/// <remarks>Rounds are counted in steps, not in time: a run that the clock does not cut is the same every time.</remarks>
internal sealed class PackingRun(PackingProblem problem, PackingOptions options, int bound, IProgress<PackingProgress>? progress, SearchClock clock)
{
    private const int StepsEachRound = 2_000;
    private const int HopelessRounds = 250;

    /// <summary>Rules that are slow are cut, so that there is time for the search, which makes more of any packing.</summary>
    private const double ShareOfRules = 0.5;
    private static readonly TimeSpan FirstRule = TimeSpan.FromSeconds(5);

    private readonly SearchModel search = new(problem.Model);

    public PackingState Solve()
    {
        var best = Greedy();
        Tell(best);
        var searchers = new MachineReducer[options.Threads];
        for (var (quiet, steps) = (0, 0L); options.Rule is null && quiet < HopelessRounds && steps < (options.Iterations ?? long.MaxValue) && !IsDone(best) && !clock.IsOver; quiet++, steps += StepsEachRound)
        {
            Parallel.For(0, options.Threads, new() { MaxDegreeOfParallelism = options.Threads }, t =>
            {
                searchers[t] ??= new(search, options.Objective, best.Clone(), new(unchecked((options.Seed * 7919) + t)));
                searchers[t].Run(StepsEachRound, clock);
            });

            var winner = searchers.Select(s => s.Best).Aggregate((a, b) => IsBetter(b, a) ? b : a);
            if (IsBetter(winner, best))
            {
                best = winner.Clone();
                quiet = 0;
                Tell(best);
                foreach (var searcher in searchers.Where(s => IsBetter(best, s.Best)))
                {
                    searcher.Restart(best.Clone());
                }
            }
        }

        return best;
    }

    private PackingState Greedy()
    {
        var start = new PackingState(problem, options.Objective == PackingObjective.Fit && !options.MovesGiven);
        var starts = new List<PackingState> { start };
        if (problem.Given.Count > 0 && options.Objective == PackingObjective.Machines)
        {
            starts.Add(Emptied(start));
        }

        var rules = new Portfolio(search, options).Tries();
        var tries = starts.SelectMany(s => rules.Select(r => (Start: s, Rule: r))).ToArray();
        var best = new BestPacking(IsBetter);
        var ruleClock = options.Rule is null ? clock.Part(ShareOfRules) : clock;
        Parallel.For(0, tries.Length, new() { MaxDegreeOfParallelism = options.Threads }, t =>
        {
            // The first runs however short the time, so that there is a packing at all.
            if (t == 0 || !ruleClock.IsOver)
            {
                var packing = tries[t].Start.Clone();
                tries[t].Rule(packing, t == 0 ? clock.AtLeast(FirstRule) : ruleClock);
                best.Offer(packing, t);
            }
        });

        return best.Packing!;
    }

    private PackingState Emptied(PackingState start)
    {
        var state = start.Clone();
        for (var m = 0; m < problem.Machines.Count; m++)
        {
            foreach (var placed in state.On(m).ToArray())
            {
                for (var i = 0; i < placed.Movable; i++)
                {
                    state.Remove(placed.Item, m);
                }
            }
        }

        return state;
    }

    private bool IsBetter(PackingState a, PackingState b)
    {
        var (left, right) = (Unplaced(a), Unplaced(b));
        return left < right || (left == right && options.Objective == PackingObjective.Machines && a.MachinesUsed < b.MachinesUsed);
    }

    private bool IsDone(PackingState state) => Unplaced(state) == 0 && (options.Objective == PackingObjective.Fit || state.MachinesUsed <= bound);

    private int Unplaced(PackingState state) => Enumerable.Range(0, problem.Items.Count).Sum(state.Unplaced);

    private void Tell(PackingState state) => progress?.Report(new(Unplaced(state), state.MachinesUsed, bound, clock.Elapsed));
}
