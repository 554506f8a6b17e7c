namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Picks machines that are worth packing anew together: those with most free, those with alike free, or any.</summary>
/// <param name="search">The problem on one scale.</param>
/// <param name="state">The packing.</param>
/// <param name="open">The machines to pick from.</param>
/// <param name="random">Makes the choices; each machine is the best of a random few.</param>
internal sealed class RelatedMachines(SearchModel search, PackingState state, List<int> open, Random random)
{
    private const int LookedAt = 12;

    /// <summary>Picks so many machines, or fewer.</summary>
    public List<int> Pick(int count)
    {
        var relation = random.Next(3);
        var picked = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            var machine = relation switch
            {
                0 => Best(m => search.SlackOf(state, m)),
                1 when i > 0 => Best(m => -Distance(m, picked[0])),
                _ => open[random.Next(open.Count)],
            };
            if (!picked.Contains(machine))
            {
                picked.Add(machine);
            }
        }

        return picked;

        int Best(Func<int, double> score)
        {
            var (best, most) = (open[0], double.NegativeInfinity);
            for (var i = 0; i < LookedAt; i++)
            {
                var machine = open[random.Next(open.Count)];
                if (!picked.Contains(machine) && score(machine) is var value && value > most)
                {
                    (best, most) = (machine, value);
                }
            }

            return best;
        }
    }

    private double Distance(int left, int right)
    {
        var (sum, stride) = (0.0, search.Model.Stride);
        for (var r = 0; r < search.Model.Resources; r++)
        {
            var difference = (state.FreeQuanta[(left * stride) + r] - state.FreeQuanta[(right * stride) + r]) * search.Scale[r];
            sum += difference * difference;
        }

        return sum;
    }
}
