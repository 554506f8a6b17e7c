using Capacity.Core.Packing.Solving;

namespace Capacity.Testing.Packing;

/// <summary>A cluster, the same for a seed, whose free CPU lies in pieces too small for a large task.</summary>
/// <remarks>
/// Agents of four shapes in five zones run apps of many sizes, placed at random as offers come. Of the apps some spread over zones or
/// hosts, some want a zone of their own and some keep data and are pinned. How large the containers are on average follows from the
/// fragment rate that is asked for.
/// </remarks>
public static class FragmentedCluster
{
    private const double BytesPerCore = 4.0 * (1L << 30);
    private const double Mebibyte = 1 << 20;

    private static readonly int[] AgentCores = [32, 48, 64, 96];
    private static readonly double[] AppCores = [0.1, 0.25, 0.5, 1, 2, 4, 6, 8];
    private static readonly double[] AppRatios = [0.25, 0.5, 0.5, 1, 1, 1.5, 2];
    private static readonly string[] Zones = ["a", "b", "c", "d", "e"];

    /// <summary>Makes a cluster.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="agents">How many agents.</param>
    /// <param name="containers">How many containers.</param>
    /// <param name="fragmentRate">The share of free CPU that no whole piece of <paramref name="pieceCores"/> can use; what comes out is near it.</param>
    /// <param name="pieceCores">The size of a useful piece.</param>
    public static PackingProblem Create(int seed, int agents, int containers, double fragmentRate, double pieceCores = 16)
    {
        var (few, many) = (0.0, 1.0);
        for (var i = 0; i < 12; i++)
        {
            var middle = (few + many) / 2;
            (few, many) = FragmentRate(Try(seed, agents, containers, middle), pieceCores) < fragmentRate ? (middle, many) : (few, middle);
        }

        return Try(seed, agents, containers, few);
    }

    /// <summary>Measures the share of free CPU that no whole piece can use.</summary>
    public static double FragmentRate(PackingProblem problem, double pieceCores = 16)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var free = problem.Machines.Select(m => m.Capacity[0]).ToArray();
        foreach (var (machine, item, count) in problem.Given)
        {
            free[machine] -= problem.Items[item].Demand[0] * count;
        }

        return 1 - (pieceCores * free.Sum(f => Math.Floor((f + 1e-6) / pieceCores)) / free.Sum());
    }

    // Size is how much of the weight lies on the large sizes, from 0 to 1. Containers that fit nowhere are left out, so a full cluster has fewer.
    private static PackingProblem Try(int seed, int agents, int containers, double size)
    {
        var random = new Random(seed);
        PackingMachine[] machines = [.. Enumerable.Range(0, agents).Select(i => Machine(i, AgentCores[random.Next(AgentCores.Length)]))];
        var items = new List<PackingItem>();
        for (var left = containers; left > 0; left -= items[^1].Count)
        {
            items.Add(App(items.Count, random, size, left));
        }

        var state = new PackingState(new(["cpus", "mem"], machines, items));
        var given = new List<GivenPlacement>();
        foreach (var item in items.SelectMany((it, n) => Enumerable.Repeat(n, it.Count)).OrderBy(_ => random.Next()))
        {
            for (var attempt = 0; attempt < 50; attempt++)
            {
                var machine = random.Next(agents);
                if (state.CanPlace(item, machine))
                {
                    state.Place(item, machine);
                    break;
                }
            }
        }

        for (var m = 0; m < agents; m++)
        {
            foreach (var placed in state.On(m))
            {
                given.Add(new(m, placed.Item, placed.Count));
            }
        }

        return new(["cpus", "mem"], machines, items, given: given);
    }

    private static PackingMachine Machine(int number, int cores) => new($"agent-{number}", [cores, cores * BytesPerCore])
    {
        Attributes = new Dictionary<string, string> { ["zone"] = Zones[number % Zones.Length], ["rack"] = $"rack-{number / 25}" },
    };

    private static PackingItem App(int number, Random random, double size, int most)
    {
        var count = Math.Min(most, 1 + (int)(10 * -Math.Log(1 - random.NextDouble())));
        var cores = AppCores[Math.Min(AppCores.Length - 1, (int)(AppCores.Length * Math.Pow(random.NextDouble(), 2 - (1.6 * size))))];
        var bytes = Math.Round(cores * AppRatios[random.Next(AppRatios.Length)] * BytesPerCore / Mebibyte) * Mebibyte;
        var kind = random.Next(100);
        return new($"/app-{number}", [cores, bytes], count)
        {
            Constraints = kind switch
            {
                < 25 => [PlacementConstraint.Parse(["zone", "GROUP_BY"])],
                < 40 => [PlacementConstraint.Parse(["hostname", "UNIQUE"])],
                < 45 => [PlacementConstraint.Parse(["hostname", "MAX_PER", "2"])],
                < 50 => [PlacementConstraint.Parse(["zone", "LIKE", $"[{Zones[random.Next(5)]}{Zones[random.Next(5)]}]"])],
                _ => [],
            },
            IsPinned = kind >= 95,
        };
    }
}
