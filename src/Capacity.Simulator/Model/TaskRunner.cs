using Capacity.Core.Units;
using Capacity.Simulator.Placement;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>Launches and ends tasks as the frameworks want them.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="timeline">What is going to happen.</param>
/// <param name="placer">Finds room.</param>
/// <param name="masters">Counts what happens.</param>
/// <param name="frameworkOf">The framework of an app.</param>
internal sealed class TaskRunner(int seed, Timeline timeline, Placer placer, Masters masters, Func<AppState, MarathonState> frameworkOf)
{
    private static readonly ResourceVector Sidecar = new(CpuCores.FromCores(0.1), MemorySize.FromMebibytes(32));
    private static readonly TimeSpan BetweenOffers = TimeSpan.FromSeconds(10);
    private const int LaunchesPerOffer = 40;

    private readonly SortedDictionary<int, AppState> waiting = [];

    /// <summary>Begins to make offers to the apps that wait.</summary>
    public void Begin() => timeline.After(BetweenOffers, Offer);

    /// <summary>Brings an app to as many instances as it wants, as far as there is room.</summary>
    /// <param name="app">The app.</param>
    /// <param name="wanted">How many it wants.</param>
    /// <param name="most">How many may be launched now.</param>
    public void Fill(AppState app, int wanted, int most = int.MaxValue)
    {
        var framework = frameworkOf(app);
        var missing = Math.Max(0, wanted - app.Instances.Count);
        var canLaunch = masters.IsReady && framework.CanLaunch && timeline.Now >= app.BackOffUntil;
        for (var i = 0; i < most && missing > 0 && canLaunch && Launch(app, timeline.Now) is not null; i++)
        {
            missing--;
        }

        app.Waiting = missing;
        if (missing == 0)
        {
            app.WaitingSince = null;
            app.Rejections.Forget();
            waiting.Remove(app.Plan.Index);
        }
        else
        {
            app.WaitingSince ??= timeline.Now;
            waiting[app.Plan.Index] = app;
        }
    }

    /// <summary>Launches one instance where there is room.</summary>
    /// <param name="app">The app.</param>
    /// <param name="startedAt">When it started; in the past when the cluster is made.</param>
    public Instance? Launch(AppState app, DateTimeOffset startedAt)
    {
        if (placer.Find(app) is not var (agent, reserved))
        {
            return null;
        }

        var plan = app.Plan;
        var random = new RandomStream(seed, StreamOf.Instance, plan.Index, app.Launches++);
        var id = plan.IsJob
            ? $"{plan.Shape.Path[^1]}:{startedAt.ToUnixTimeMilliseconds()}:{app.Launches}"
            : $"{plan.Shape.IdStem}.instance-{random.Uuid()}._app.1";
        SyntheticTask main = new(id, plan.IsJob ? $"ChronosTask:{plan.Shape.Path[^1]}" : plan.Shape.TaskName, plan.Truth.Request, plan.Truth.IsPod ? random.Uuid() : null);
        var executor = new SyntheticExecutor
        {
            Id = plan.Truth.IsPod ? $"instance-{id}" : id,
            Container = random.Uuid(),
            Framework = frameworkOf(app).Framework,
            Role = plan.Truth.Role,
            App = plan.Shape,
            Command = plan.Truth.Kind == AppKind.FixedHeap ? "exec java -Xm" : $"exec bin/{plan.Shape.Path[^1]}",
            Tasks = plan.Truth.IsPod ? [main, new($"{id}.sidecar", $"sidecar.{plan.Shape.TaskName}", Sidecar, random.Uuid())] : [main],
            Port = plan.Shape.HasPort ? agent.TakePort() : null,
            Pid = 1000 + random.Below(4_000_000),
            StartedAt = startedAt,
            IsReserved = reserved,
            Load = NoLoad.Instance,
        };
        var load = new InstanceLoad(plan, agent, startedAt, executor.OnAgent, random.Between(0.88, 1));
        var instance = new Instance(app, agent, executor with { Load = load }, app.Version);
        agent.Add(instance);
        app.Add(instance);
        if (plan.Memory.LifeUnder(executor.OnAgent.Memory.Bytes) is { } life)
        {
            timeline.At(startedAt + life, () => FailForMemory(instance));
        }

        if (plan.IsJob)
        {
            timeline.At(startedAt + (plan.Lasts * random.Between(0.8, 1)), () => End(instance, "TASK_FINISHED"));
        }

        return instance;
    }

    /// <summary>Ends a task, whoever wanted that.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="state">The state that it ends in.</param>
    /// <param name="killedAt">The memory that it was killed for.</param>
    public void End(Instance instance, string state, MemorySize? killedAt = null)
    {
        if (instance.HasEnded)
        {
            return;
        }

        instance.HasEnded = true;
        instance.App.Remove(instance);
        instance.Agent.Remove(instance, instance.Executor with { EndState = state, EndedAt = timeline.Now, KilledAtMemory = killedAt });
        masters.Count($"master/tasks_{state[5..].ToLowerInvariant()}", instance.Executor.Tasks.Count);
    }

    /// <summary>Takes an instance away from its app, which launches another one; what runs on the agent stays as it is.</summary>
    public void GiveUp(Instance instance)
    {
        instance.App.Remove(instance);
        instance.IsLost = true;
        if (!instance.App.Plan.IsJob)
        {
            timeline.After(TimeSpan.FromSeconds(1), () => Fill(instance.App, Wanted(instance.App)));
        }
    }

    /// <summary>Says how many instances an app wants now, with the old ones of a deployment that are still to go.</summary>
    public static int Wanted(AppState app) => app.Plan.IsJob ? app.Instances.Count
        : app.Told + (app.Deployment is null ? 0 : app.Instances.Count(i => i.Version < app.Version));

    private void FailForMemory(Instance instance)
    {
        if (instance.HasEnded)
        {
            return;
        }

        if (!instance.Agent.IsUp)
        {
            timeline.After(TimeSpan.FromMinutes(1), () => FailForMemory(instance));
            return;
        }

        var limit = instance.Executor.OnAgent.Memory;
        var app = instance.App;
        End(instance, "TASK_FAILED", limit);
        masters.Count("master/task_failed/source_slave/reason_container_limitation_memory");
        app.LastFailure = new(instance, FailureText.OfMemory(limit, app.Plan.Memory.CacheRatio), timeline.Now);
        app.BackOffUntil = timeline.Now + TimeSpan.FromSeconds(4);
        if (!instance.IsLost && !instance.IsOrphan)
        {
            Fill(app, Wanted(app));
            timeline.At(app.BackOffUntil, () => Fill(app, Wanted(app)));
        }
    }

    private void Offer()
    {
        foreach (var app in waiting.Values.ToList())
        {
            Fill(app, Wanted(app), LaunchesPerOffer);
        }

        timeline.After(BetweenOffers, Offer);
    }
}
