using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Workload;

/// <summary>Makes up the apps of a cluster, each from numbers of its own.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="frameworks">The Marathons, and Chronos last.</param>
/// <param name="zones">How many zones there are.</param>
internal sealed class AppPlanner(int seed, IReadOnlyList<SyntheticFramework> frameworks, int zones)
{
    private static readonly string[] Teams = ["web", "data", "edge", "payments", "search", "platform", "logistics", "growth", "identity"];

    private static readonly string[] Groups = ["frontend", "checkout", "catalog", "etl", "gateway", "reports"];

    private static readonly string[] Services = ["api", "worker", "cache", "consumer", "scheduler", "indexer", "proxy"];

    private static readonly string[] Jobs = ["cleanup", "report", "compact", "export-orders", "reindex"];

    /// <param name="app">Which app, from 0.</param>
    /// <param name="kind">What is the matter with it.</param>
    /// <param name="instances">How many instances it has.</param>
    /// <param name="scale">Makes all apps larger or smaller, so that they fill the cluster; 1 for as they are.</param>
    public AppPlan Plan(int app, AppKind kind, int instances, (double Cpu, double Memory) scale)
    {
        var random = new RandomStream(seed, StreamOf.Apps, app);
        var marathon = kind == AppKind.Batch ? -1 : app % 4 == 3 ? random.Below(frameworks.Count - 1) : 0;
        var framework = marathon < 0 ? frameworks[^1] : frameworks[marathon];
        var role = random.Pick(framework.Roles);
        var team = random.Pick(Teams);
        var isPod = kind == AppKind.RightSized && random.Below(4) == 0;
        var size = AppSize.Of(kind, instances, scale, ref random);
        var constraints = Constraints(kind, instances, ref random);
        var name = kind == AppKind.Batch
            ? string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Jobs)}-{app}")
            : string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Services)}-{app}");
        string[] path = [role, random.Pick(Groups), name];
        var owner = random.Below(10) < 7 ? $"{team}-oncall" : null;
        var truth = new PlantedApp(new AppKey(framework.Name, marathon < 0 ? $"ChronosTask:{name}" : "/" + string.Join('/', path)), kind)
        {
            Team = team,
            Owner = owner,
            Role = role,
            IsPod = isPod,
            Constraints = constraints,
            Instances = instances,
            Request = size.Request,
            NeededCpu = CpuCores.FromCores(size.NeededCores),
            NeededMemory = MemorySize.FromBytes((long)size.NeededBytes),
            MemoryAtRestRatio = size.Memory.AtRest < size.NeededBytes ? size.Memory.AtRest / size.NeededBytes : 1,
            NeededInstances = size.NeededInstances,
        };
        return new()
        {
            Index = app,
            Truth = truth,
            Marathon = marathon,
            Shape = new()
            {
                Framework = framework,
                Role = role,
                Team = team,
                Owner = owner,
                Path = path,
                Request = size.Request,
                IsPod = isPod,
                HasLimits = kind == AppKind.RightSized && !isPod && random.Below(2) == 0,
                HasHealthCheck = !isPod && random.Below(2) == 0,
                HasPort = !isPod && random.Below(3) > 0,
                IsExternal = random.Below(6) == 0,
            },
            Load = new(size.PeakCores, kind == AppKind.TooLittleCpu, ref random),
            Memory = size.Memory,
            ThrottledRatio = kind == AppKind.TooLittleCpu ? random.Between(0.2, 0.45) : 0.0005,
            Every = TimeSpan.FromMinutes(random.Below(3) switch { 0 => 15, 1 => 60, _ => 180 }),
            Lasts = TimeSpan.FromMinutes(random.Between(2, 12)),
        };
    }

    private IReadOnlyList<IReadOnlyList<string>> Constraints(AppKind kind, int instances, ref RandomStream random) => (kind, random.Below(10)) switch
    {
        (AppKind.Unplaceable, _) => [["type", "CLUSTER", "gpu-farm"]],
        (AppKind.Batch, _) => [],
        (_, < 3) when instances > 1 => [["hostname", "UNIQUE"]],
        (_, < 5) when instances >= 3 && zones > 1 => [["zone", "GROUP_BY", zones.ToString(CultureInfo.InvariantCulture)]],
        (_, 5) => [["type", "LIKE", "general|bigmem"]],
        (_, 6) when instances <= 20 => [["type", "CLUSTER", "general"]],
        (_, 7) => [["hostname", "MAX_PER", "3"]],
        _ => [],
    };
}
