using Capacity.Core.Units;
using Capacity.Simulator.Faults;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>The whole cluster, which lives on by itself. What happens in it depends on its options and on nothing else. Not thread-safe.</summary>
internal sealed class World
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(7);

    /// <summary>How much of the cluster is asked for together, where apps of a likely size can do that.</summary>
    private const double CpuFill = 0.72;
    private const double MemoryFill = 0.62;

    private readonly SimulationOptions options;
    private readonly MarathonState[] frameworks;

    public World(SimulationOptions options, WorldAddresses addresses, DateTimeOffset start)
    {
        this.options = options;
        Timeline = new(start);
        var agents = addresses.Agents.Select((a, i) => new AgentNode(i, AgentShape.Cycle[i % AgentShape.Cycle.Count], a, options.Zones)).ToArray();
        Masters = new(options.Seed, Timeline, [.. addresses.Masters.Select((a, i) => new MasterNode(i, a))]);
        Masters.Boot(start - TimeSpan.FromDays(12.5));
        var leader = Masters.Nodes[0].Id;
        frameworks =
        [
            .. addresses.Marathons.Select((servers, i) => new MarathonState(servers, FrameworkNames.Marathon(i) with { Id = $"{leader}-{i:D4}" })),
            new([], new(options.Marathons, "chronos", ["batch"]) { Id = $"{leader}-{options.Marathons:D4}" }),
        ];
        Runner = new(options.Seed, Timeline, new(options.Seed, agents), Masters, a => Of(a.Plan));
        Fleet = new(options.Seed, Timeline, Masters, Runner, agents);
        Frameworks = new(Timeline, Masters, Runner, frameworks);
        ZNodes = new(Timeline);
        Apps = Plan(agents);
        Deployer = new(options.Seed, Timeline, Runner, Apps, options.DeployInterval);
        Masters.OnLeaderLost = Frameworks.Disconnect;
        Masters.OnRecovered = () =>
        {
            Fleet.Recover();
            Frameworks.Reconnect();
        };
        Populate(agents);
        var faults = new FaultRunner(this);
        var targets = new FaultTargets(this);
        foreach (var scripted in options.Script.Events)
        {
            targets.Check(scripted.Fault);
            Timeline.After(scripted.After, () => faults.Begin(scripted.Fault));
        }
    }

    public SimulationOptions Options => options;

    public Timeline Timeline { get; }

    public Masters Masters { get; }

    public Fleet Fleet { get; }

    public TaskRunner Runner { get; }

    public Frameworks Frameworks { get; }

    public Deployer Deployer { get; }

    public ZNodes ZNodes { get; }

    public IReadOnlyList<AppState> Apps { get; }

    public List<MaintenanceWindow> Windows { get; } = [];

    /// <summary>Gets the Marathons, without Chronos.</summary>
    public IReadOnlyList<MarathonState> Marathons => [.. frameworks[..^1]];

    /// <summary>Gets all frameworks, Chronos last.</summary>
    public IReadOnlyList<MarathonState> AllFrameworks => frameworks;

    private MarathonState Of(AppPlan plan) => plan.IsJob ? frameworks[^1] : frameworks[plan.Marathon];

    private AppState[] Plan(AgentNode[] agents)
    {
        var count = options.AppCount;
        var kinds = new AppKind[count];
        for (var app = 0; app < count; app++)
        {
            var random = new RandomStream(options.Seed, StreamOf.Apps, ~app);
            kinds[app] = AppKinds.Of(app, ref random);
        }

        var sizes = AppSizes.Deal(options.Seed, kinds, options.Containers, agents.Length);
        var planner = new AppPlanner(options.Seed, [.. frameworks.Select(f => f.Framework)], options.Zones);
        var capacity = agents.Sum(a => a.Shape.Total);
        var demand = Enumerable.Range(0, count).Select(a => planner.Plan(a, kinds[a], sizes[a], (1, 1)))
            .Where(p => p.Truth.Kind != AppKind.Unplaceable)
            .Select(p => (Cpus: p.Truth.Request.Cpus.Cores * p.Truth.Instances, Memory: p.Truth.Request.Memory.Mebibytes * p.Truth.Instances))
            .Aggregate((a, b) => (a.Cpus + b.Cpus, a.Memory + b.Memory));
        (double Cpu, double Memory) scale = (
            Math.Clamp(CpuFill * capacity.Cpus.Cores / demand.Cpus, 0.2, 2.5), Math.Clamp(MemoryFill * capacity.Memory.Mebibytes / demand.Memory, 0.2, 3.5));
        var version = Timeline.Now - TimeSpan.FromDays(9);
        var apps = Enumerable.Range(0, count).Select(a => new AppState(planner.Plan(a, kinds[a], sizes[a], scale), version)).ToArray();
        foreach (var app in apps)
        {
            Of(app.Plan).Apps.Add(app);
        }

        return apps;
    }

    private void Populate(AgentNode[] agents)
    {
        var start = Timeline.Now;
        foreach (var agent in agents)
        {
            agent.Id = $"{Masters.Nodes[0].Id}-S{agent.Index}";
            agent.StartedAt = start - (TimeSpan.FromDays(12) * (0.2 + (0.8 * new RandomStream(options.Seed, StreamOf.Past, agent.Index).Unit())));
            agent.RegisteredAt = agent.StartedAt + TimeSpan.FromSeconds(2);
        }

        foreach (var framework in frameworks)
        {
            framework.RegisteredAt = start - TimeSpan.FromDays(12);
            framework.LeadsSince = framework.RegisteredAt;
        }

        foreach (var app in Apps.Where(a => !a.Plan.IsJob))
        {
            var random = new RandomStream(options.Seed, StreamOf.Past, ~app.Plan.Index);
            var oldest = app.Plan.Memory.LifeUnder(app.Plan.Truth.Request.Memory.Bytes) is { } life && life < LongestAge ? life : LongestAge;
            app.Version = start - LongestAge - TimeSpan.FromHours(random.Unit());
            while (app.Instances.Count < app.Plan.Truth.Instances && Runner.Launch(app, start - (oldest * random.Unit())) is not null)
            {
            }

            Runner.Fill(app, app.Plan.Truth.Instances);
        }

        Runner.Begin();
        Deployer.Begin();
        new Growth(options.Seed, Timeline, Runner, Apps, options.MonthlyGrowth).Begin();
    }
}
