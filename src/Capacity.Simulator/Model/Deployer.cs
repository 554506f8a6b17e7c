using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>Deploys a new version of some app every few minutes, and starts the jobs.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="timeline">What is going to happen.</param>
/// <param name="runner">Launches and ends tasks.</param>
/// <param name="apps">All apps.</param>
/// <param name="every">From one deploy to the next, on average.</param>
internal sealed class Deployer(int seed, Timeline timeline, TaskRunner runner, IReadOnlyList<AppState> apps, TimeSpan every)
{
    private readonly List<AppState> deployable = [.. apps.Where(a => a.Plan.Truth.Kind is not (AppKind.Batch or AppKind.Unplaceable or AppKind.Idle))];
    private int deploys;

    /// <summary>Gets the deployments under way, the oldest first.</summary>
    public List<Deployment> Active { get; } = [];

    public void Begin()
    {
        foreach (var job in apps.Where(a => a.Plan.IsJob))
        {
            var random = new RandomStream(seed, StreamOf.Jobs, job.Plan.Index);
            timeline.After(job.Plan.Every * random.Unit(), () => StartJob(job));
        }

        Next();
    }

    /// <summary>Brings a new version of an app: the new instances first, then the old ones go.</summary>
    public void Deploy(AppState app)
    {
        if (app.Deployment is not null)
        {
            return;
        }

        var random = new RandomStream(seed, StreamOf.Deploys, app.Plan.Index, app.Launches);
        var deployment = new Deployment(random.Uuid(), app, timeline.Now);
        app.Version = timeline.Now;
        app.Deployment = deployment;
        Active.Add(deployment);
        runner.Fill(app, TaskRunner.Wanted(app));
        timeline.After(TimeSpan.FromSeconds(random.Between(20, 70)), () => Finish(deployment));
    }

    private void Next()
    {
        var random = new RandomStream(seed, StreamOf.Deploys, -1, deploys++);
        timeline.After(every * random.Between(0.3, 1.7), () =>
        {
            if (deployable.Count > 0)
            {
                Deploy(random.Pick(deployable));
            }

            Next();
        });
    }

    private void Finish(Deployment deployment)
    {
        var app = deployment.App;
        foreach (var old in app.Instances.Where(i => i.Version < deployment.Version).ToList())
        {
            runner.End(old, "TASK_KILLED");
        }

        app.Deployment = null;
        Active.Remove(deployment);
        runner.Fill(app, TaskRunner.Wanted(app));
    }

    private void StartJob(AppState job)
    {
        job.Version = timeline.Now;
        runner.Fill(job, job.Instances.Count + job.Told);
        timeline.After(job.Plan.Every, () => StartJob(job));
    }
}
