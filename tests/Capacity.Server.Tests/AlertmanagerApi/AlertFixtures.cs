using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>What was recorded of a real Alertmanager and its clients, in the folder named by <c>CAPACITY_FIXTURES</c>. Tests are skipped without it.</summary>
internal static class AlertFixtures
{
    public static JsonElement Read(string name) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Find(name)));

    public static IEnumerable<JsonElement> ReadLines(string name) => File.ReadLines(Find(name)).Select(l => JsonSerializer.Deserialize<JsonElement>(l));

    private static string Find(string name)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("CAPACITY_FIXTURES") ?? "", "alertmanager", "golden", name);
        Assert.SkipUnless(File.Exists(file), $"CAPACITY_FIXTURES names no folder with alertmanager/golden/{name}.");
        return file;
    }
}
