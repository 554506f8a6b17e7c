using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>Decides what one agent runs. Each agent has a random sequence of its own, so any of them can be made without the others.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="apps">How many apps the cluster has.</param>
/// <param name="now">The moment at which the cluster begins to be watched.</param>
internal sealed class AgentPlanner(int seed, int apps, DateTimeOffset now)
{
    private static readonly string[] JobNames = ["cleanup", "report-hourly", "compact", "export-orders"];

    /// <summary>What the second task of a pod and a job of Chronos ask for.</summary>
    private static readonly ResourceVector Small = new(CpuCores.FromCores(0.1), MemorySize.FromMebibytes(32));

    public SyntheticAgent Plan(int index, AgentShape shape, int containers)
    {
        var random = new Random(unchecked((seed * 397) ^ (index * 7919)));
        var executors = new List<SyntheticExecutor>(containers);
        var free = shape.Total;
        var nextPort = PortRange.First;
        while (executors.Count < containers)
        {
            var executor = random.Next(20) == 0 ? Job(random, running: true) : Instance(random, SyntheticApp.Of(random.Next(apps)), nextPort);
            if (!executor.OnAgent.FitsIn(free.LessOrZero(Jobs(containers - executors.Count - 1))))
            {
                // What is left is kept for as many jobs as there are containers to come, so a job always fits.
                executor = Job(random, running: true);
            }

            executors.Add(executor);
            free = free.LessOrZero(executor.OnAgent);
            nextPort += executor.Port is null ? 0 : 1;
        }

        return new()
        {
            Index = index,
            Shape = shape,
            StartedAt = now.AddSeconds(-86400 * 30 * random.NextDouble()),
            Executors = executors,
            Completed = [.. Enumerable.Range(0, random.Next(shape.CompletedExecutors + 1)).Select(i => i % 2 == 0
                ? Job(random, running: false)
                : Instance(random, SyntheticApp.Of(random.Next(apps)), PortRange.Last - i))],
        };
    }

    /// <summary>What so many jobs take of an agent, each with its command executor.</summary>
    private static ResourceVector Jobs(int count) => new(CpuCores.FromCores(0.2 * count), MemorySize.FromMebibytes(64 * count));

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private SyntheticExecutor Instance(Random random, SyntheticApp app, int nextPort)
    {
        var id = $"{app.IdStem}.instance-{Uuid(random)}._app.1";
        var executor = new SyntheticExecutor
        {
            Id = app.IsPod ? $"instance-{id}" : id,
            Container = Uuid(random),
            Framework = app.Framework,
            Role = app.Role,
            App = app,
            Command = "exec java -Xm",
            Tasks = app.IsPod
                ? [new(id, app.TaskName, app.Request, Uuid(random)), new($"{id}.sidecar", $"sidecar.{app.TaskName}", Small, Uuid(random))]
                : [new(id, app.TaskName, app.Request, null)],
            Port = app.HasPort ? nextPort : null,
            Pid = random.Next(1000, 4_000_000),
            StartedAt = now.AddSeconds(-1 - (86400 * 7 * random.NextDouble())),
            Load = NoLoad.Instance,
        };
        return executor with { Load = new ConstantLoad(executor, random.NextDouble() * random.NextDouble(), 0.1 + (0.85 * random.NextDouble())) };
    }

    private SyntheticExecutor Job(Random random, bool running)
    {
        var name = JobNames[random.Next(JobNames.Length)];
        var started = now.AddSeconds(running ? -1 - random.Next(60) : -random.Next(120, 86400));
        var id = $"{name}:{started.ToUnixTimeMilliseconds()}:0";
        var executor = new SyntheticExecutor
        {
            Id = id,
            Container = Uuid(random),
            Framework = SyntheticFramework.Chronos,
            Role = SyntheticFramework.Chronos.Roles[0],
            App = null,
            Command = $"run {name}",
            Tasks = [new(id, $"ChronosTask:{name}", Small, null)],
            Port = null,
            Pid = random.Next(1000, 4_000_000),
            StartedAt = started,
            Load = NoLoad.Instance,
        };
        return executor with { Load = new ConstantLoad(executor, random.NextDouble(), 0.1 + (0.85 * random.NextDouble())) };
    }
}
