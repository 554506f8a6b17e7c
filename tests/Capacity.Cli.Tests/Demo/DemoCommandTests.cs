using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Capacity.Cli.Tests.Demo;

public sealed partial class DemoCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_Started_ShowsALivingClusterAndLeavesNothingBehind()
    {
        using var demo = CommandProcess.Start("demo", "--agents", "10", "--listen", "http://127.0.0.1:0");
        var guide = await demo.ReadToAsync("Ctrl+C");
        using var http = new HttpClient { BaseAddress = new(Addresses().Match(guide).Value) };

        var cluster = await AskAsync(http, "/api/v1/cluster", c => c.GetProperty("cluster").GetProperty("cpu").GetProperty("usedCores").ValueKind == JsonValueKind.Number);

        Assert.Equal(10, cluster.GetProperty("cluster").GetProperty("agents").GetProperty("active").GetInt32());
        var pages = Addresses().Matches(guide).Select(m => m.Value).ToList();
        Assert.InRange(pages.Count, 10, 12);
        foreach (var page in pages)
        {
            using var answer = await http.GetAsync(new Uri(page), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
        }

        var folder = Path.GetDirectoryName(Configurations().Match(guide).Groups[1].Value)!;
        Assert.True(Directory.Exists(folder));
        Assert.Equal(0, await demo.EndAsync("INT"));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Demo_Folder_IsKeptForServeAndForNoOtherDemo()
    {
        var folder = Directory.CreateTempSubdirectory("capacity-").FullName;
        using (var demo = CommandProcess.Start("demo", "--agents", "10", "--listen", "http://127.0.0.1:0", "--folder", folder))
        {
            await demo.ReadToAsync("Ctrl+C");
            Assert.Equal(0, await demo.EndAsync("TERM"));
        }

        var check = await Run.Async("config", "check", "--config", Path.Combine(folder, "capacity.yaml"));

        Assert.Equal((0, string.Empty), (check.ExitCode, check.Error));
        Assert.True(Directory.Exists(Path.Combine(folder, "data")));
        var again = await Run.Async("demo", "--folder", folder);
        Assert.Equal(ExitCodes.BadArguments, again.ExitCode);
        Assert.StartsWith($"--folder: '{folder}' holds what an earlier demo collected", again.Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--agents takes a whole number from 10 to 1000.", "--agents", "9")]
    [InlineData("--speed takes a number from 1 to 10000.", "--speed", "0")]
    public async Task Demo_BadOption_IsRefusedInOneLine(string expected, params string[] options)
    {
        var run = await Run.Async(["demo", .. options]);

        Assert.Equal((2, expected), (run.ExitCode, run.Error.Split('\n')[0]));
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string path, Func<JsonElement, bool> isReady)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                var document = await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
                if (isReady(document))
                {
                    return document;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/[^\s;]*")]
    private static partial Regex Addresses();

    [GeneratedRegex("--config ([^\"]+)\"")]
    private static partial Regex Configurations();
}
