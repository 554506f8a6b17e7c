using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>Lets apps grow: one instance after the other comes to an app that grows the likelier the more it has, so that what is asked for grows by a line.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="timeline">What is going to happen.</param>
/// <param name="runner">Launches tasks.</param>
/// <param name="apps">All apps.</param>
/// <param name="monthly">How many instances come in 30 days, as a share of those at the start.</param>
internal sealed class Growth(int seed, Timeline timeline, TaskRunner runner, IReadOnlyList<AppState> apps, double monthly)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly List<AppState> growing = [.. apps.Where(a => !a.Plan.IsJob && a.Plan.Truth.Kind is not (AppKind.Unplaceable or AppKind.Idle))];
    private long grown;

    /// <summary>Begins to grow; without growth or anything that grows, nothing happens.</summary>
    public void Begin()
    {
        var atStart = growing.Sum(a => a.Told);
        if (monthly > 0 && atStart > 0)
        {
            Next(Month / (monthly * atStart), atStart);
        }
    }

    private void Next(TimeSpan every, int atStart)
    {
        var random = new RandomStream(seed, StreamOf.Growth, grown++);
        timeline.After(every * random.Between(0.3, 1.7), () =>
        {
            Grow(random.Below(atStart));
            Next(every, atStart);
        });
    }

    /// <summary>Tells the app of one of the first instances to have one more; where it still waits for the last, the next one.</summary>
    private void Grow(int first)
    {
        var at = 0;
        while (first >= growing[at].Plan.Truth.Instances)
        {
            first -= growing[at++].Plan.Truth.Instances;
        }

        for (var i = 0; i < growing.Count; i++)
        {
            var app = growing[(at + i) % growing.Count];
            if (app.Waiting == 0)
            {
                app.Told++;
                runner.Fill(app, TaskRunner.Wanted(app));
                return;
            }
        }
    }
}
