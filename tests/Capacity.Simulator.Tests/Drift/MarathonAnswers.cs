using System.Text.Json;
using Capacity.Simulator.Tests.Cluster;
using Capacity.Simulator.Tests.Synthetic;

namespace Capacity.Simulator.Tests.Drift;

/// <summary>What a simulated Marathon answers over half a day with many deploys.</summary>
public sealed class MarathonAnswers : IAsyncLifetime
{
    private static readonly string[] Paths =
    [
        "v2/apps?embed=apps.tasks&embed=apps.taskStats&embed=apps.lastTaskFailure", "v2/tasks", "v2/queue", "v2/deployments", "v2/pods/::status", "v2/info", "v2/leader",
    ];

    private readonly Dictionary<string, List<ReadOnlyMemory<byte>>> bodies = Paths.ToDictionary(p => p, _ => new List<ReadOnlyMemory<byte>>());

    /// <summary>Lists the fields with their types. Numbers with and without a point are the same to Marathon.</summary>
    public static IReadOnlySet<string> Fields(IEnumerable<ReadOnlyMemory<byte>> bodies) =>
        bodies.SelectMany(b => JsonShape.FieldsOf(JsonDocument.Parse(b).RootElement))
            .Select(f => f.Replace(" Integer", " Number", StringComparison.Ordinal).Replace(" Double", " Number", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

    public IReadOnlySet<string> FieldsOf(string path) => Fields(bodies[path]);

    public async ValueTask InitializeAsync()
    {
        var time = new MovableTime(Live.Start);
        var options = Live.Small with { Marathons = 1, Apps = 60, ContainersTarget = 200, DeployInterval = TimeSpan.FromSeconds(150) };
        await using var cluster = await SimulatedCluster.StartAsync(options, time, CancellationToken.None);
        using var http = new HttpClient();
        for (var hour = 0; hour < 12; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            foreach (var path in Paths)
            {
                bodies[path].Add(await http.GetByteArrayAsync(new Uri(cluster.MarathonUrls[0], path)));
            }
        }
    }

    public ValueTask DisposeAsync() => default;
}
