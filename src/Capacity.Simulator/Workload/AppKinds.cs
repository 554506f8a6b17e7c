namespace Capacity.Simulator.Workload;

/// <summary>How often each kind of app occurs.</summary>
internal static class AppKinds
{
    private static readonly (AppKind Kind, double Share)[] Shares =
    [
        (AppKind.RightSized, 0.27), (AppKind.TooMuchCpu, 0.22), (AppKind.TooMuchMemory, 0.12), (AppKind.TooManyInstances, 0.13), (AppKind.Idle, 0.08),
        (AppKind.TooLittleCpu, 0.05), (AppKind.LeakingMemory, 0.03), (AppKind.FixedHeap, 0.1),
    ];

    /// <summary>The first apps have one of each kind, so a small cluster has them all.</summary>
    private static readonly AppKind[] First =
    [
        AppKind.RightSized, AppKind.TooMuchCpu, AppKind.TooMuchMemory, AppKind.TooManyInstances, AppKind.Idle, AppKind.TooLittleCpu, AppKind.LeakingMemory,
        AppKind.FixedHeap, AppKind.Batch, AppKind.Unplaceable,
    ];

    public static AppKind Of(int app, ref RandomStream random)
    {
        var roll = random.Unit();
        if (app < First.Length)
        {
            return First[app];
        }

        if (app % 33 == 0)
        {
            return AppKind.Batch;
        }

        if (app % 400 == 399)
        {
            return AppKind.Unplaceable;
        }

        foreach (var (kind, share) in Shares)
        {
            roll -= share;
            if (roll < 0)
            {
                return kind;
            }
        }

        return AppKind.RightSized;
    }
}
