namespace Capacity.Simulator.Tests.Drift;

/// <summary>Marathon's answers in the test data of other projects, of many versions: what both have, has the same type.</summary>
/// <remarks>They are not ours to keep, so <c>CAPACITY_FIXTURES</c> says where they are.</remarks>
public sealed class MarathonFixtureTests(MarathonAnswers marathon) : IClassFixture<MarathonAnswers>
{
    private const string Go = "gambol99+go-marathon/tests/rest-api/";
    private const string Docs = "mesosphere+marathon/docs/docs/rest-api/public/api/v2/examples/";
    private const string Apps = "v2/apps?embed=apps.tasks&embed=apps.taskStats&embed=apps.lastTaskFailure";

    [Theory]
    [InlineData(Apps, 20, Go + "GET_v2_apps_embed_apps.taskStats.json", Go + "GET_marathon_v2_apps.json", Docs + "app_list.json")]
    [InlineData("v2/tasks", 8, Go + "GET_v2_tasks.json", Docs + "tasks.json")]
    [InlineData("v2/queue", 10, Docs + "queue.json")]
    [InlineData("v2/deployments", 8, Go + "GET_v2_deployments_v1.1.1.json")]
    [InlineData("v2/pods/::status", 10, Go + "GET_v2_pods_status.json")]
    [InlineData("v2/info", 15, Go + "GET_v2_info.json", Docs + "info.json")]
    [InlineData("v2/leader", 1, Go + "GET_v2_leader.json")]
    public async Task Get_ComparedWithFixtures_HasTheSameTypes(string path, int fewestShared, params string[] files)
    {
        var folder = Environment.GetEnvironmentVariable("CAPACITY_FIXTURES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "Set CAPACITY_FIXTURES to the folder of other projects' test data.");
        List<ReadOnlyMemory<byte>> bodies = [];
        foreach (var file in files)
        {
            bodies.Add(await File.ReadAllBytesAsync(Path.Combine(folder!, file), TestContext.Current.CancellationToken));
        }

        var real = Types(MarathonAnswers.Fields(bodies));
        var ours = Types(marathon.FieldsOf(path));
        var shared = real.Keys.Intersect(ours.Keys).ToList();

        Assert.True(shared.Count >= fewestShared, $"Only {shared.Count} fields are in both.");
        Assert.Equal([], shared.Where(f => !real[f].Overlaps(ours[f])).Select(f => $"{f}: {string.Join('|', real[f])}, ours {string.Join('|', ours[f])}"));
    }

    /// <summary>A null says nothing about a type.</summary>
    private static Dictionary<string, HashSet<string>> Types(IEnumerable<string> fields) => fields
        .Where(f => !f.EndsWith(" Null", StringComparison.Ordinal))
        .GroupBy(f => f[..f.LastIndexOf(' ')], f => f[(f.LastIndexOf(' ') + 1)..])
        .ToDictionary(g => g.Key, g => g.ToHashSet());
}
