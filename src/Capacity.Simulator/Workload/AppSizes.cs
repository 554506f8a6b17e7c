namespace Capacity.Simulator.Workload;

/// <summary>How many instances each app has: most have a few, a few have most of them.</summary>
internal static class AppSizes
{
    /// <param name="seed">Picks the cluster.</param>
    /// <param name="kinds">The kind of each app.</param>
    /// <param name="containers">How many instances there are to be together; about so many, where there are fewer apps than that.</param>
    /// <param name="agents">How many agents there are.</param>
    public static int[] Deal(int seed, IReadOnlyList<AppKind> kinds, int containers, int agents)
    {
        var weights = new double[kinds.Count];
        for (var app = 0; app < weights.Length; app++)
        {
            var random = new RandomStream(seed, StreamOf.AppSize, app);
            weights[app] = kinds[app] is AppKind.Batch or AppKind.Unplaceable or AppKind.Idle ? 0 : Math.Pow(1 - random.Unit(), -0.65);
        }

        var few = kinds.Count(k => k is AppKind.Batch or AppKind.Unplaceable or AppKind.Idle);
        var scale = Math.Max(0, containers - (2 * few)) / Math.Max(1, weights.Sum());
        var most = Math.Max(2, agents);
        var sizes = new int[kinds.Count];
        for (var app = 0; app < sizes.Length; app++)
        {
            sizes[app] = kinds[app] switch
            {
                AppKind.Batch or AppKind.Unplaceable or AppKind.Idle => 2,
                AppKind.TooManyInstances => Math.Clamp((int)Math.Round(weights[app] * scale), 4, Math.Max(4, most)),
                _ => Math.Clamp((int)Math.Round(weights[app] * scale), 1, most),
            };
        }

        Adjust(sizes, kinds, containers);
        return sizes;
    }

    /// <summary>Takes instances from the right-sized apps, or gives them some, until the number is right.</summary>
    private static void Adjust(int[] sizes, IReadOnlyList<AppKind> kinds, int containers)
    {
        var free = Enumerable.Range(0, sizes.Length).Where(a => kinds[a] is AppKind.RightSized or AppKind.TooMuchCpu or AppKind.FixedHeap).ToList();
        var missing = containers - sizes.Sum();
        for (var step = 0; free.Count > 0 && missing != 0 && step < 200 * free.Count; step++)
        {
            var app = free[step % free.Count];
            if (missing > 0)
            {
                sizes[app]++;
                missing--;
            }
            else if (sizes[app] > 1)
            {
                sizes[app]--;
                missing++;
            }
        }
    }
}
