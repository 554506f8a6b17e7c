using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Capacity.Cli.Tests.Serving;

/// <summary>Racks that fail one after the other, each in a zone of its own, and a service that is killed meanwhile.</summary>
internal static class RackStorm
{
    /// <summary>How many machines a rack has.</summary>
    public const int Hosts = 40;

    /// <summary>Kills a service in each of some rounds, in each of which one more rack fails, and starts it once more, until it is known to have seen them all.</summary>
    /// <param name="configuration">The file with the service's configuration.</param>
    /// <param name="rounds">How many rounds there are.</param>
    /// <param name="count">Counts the racks that are known to have failed.</param>
    /// <param name="cancellationToken">Ends all.</param>
    public static async Task KillAsync(string configuration, int rounds, Func<ServeProcess, CancellationToken, Task<int>> count, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            // Kills fall everywhere: before the page is decided upon, while it is written or sent, and after it.
            var life = TimeSpan.FromMilliseconds(300 + (270 * round));
            await LiveAsync(configuration, round, _ => Task.Delay(life, TimeProvider.System, cancellationToken), cancellationToken);
        }

        await LiveAsync(configuration, rounds - 1, serve => ServeProcess.UntilAsync(c => count(serve, c), rounds, cancellationToken), cancellationToken);
    }

    /// <summary>Lets a service live under a storm, and kills it in the midst of it.</summary>
    private static async Task LiveAsync(string configuration, int last, Func<ServeProcess, Task> live, CancellationToken cancellationToken)
    {
        using var serve = await ServeProcess.StartAsync(configuration, cancellationToken);
        using var ended = new CancellationTokenSource();
        var sender = SendAsync(serve, last, ended.Token, cancellationToken);
        await live(serve);
        await serve.KillAsync(cancellationToken);
        await ended.CancelAsync();
        await sender;
    }

    /// <summary>Sends all that fires, again and again, until it is told to end or the service is gone.</summary>
    private static async Task SendAsync(ServeProcess serve, int last, CancellationToken ended, CancellationToken cancellationToken)
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                for (var rack = last; rack >= 0; rack--)
                {
                    var alerts = Enumerable.Range(0, Hosts).Select(h => new { labels = new { alertname = "NodeDown", host = $"z{rack}-{h}", zone = $"z{rack}", rack = $"r{rack}" }, endsAt = "2099-01-01T00:00:00Z" });
                    using var content = new StringContent(JsonSerializer.Serialize(alerts), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                    using var answer = await serve.PostAsync("/api/v2/alerts", content, cancellationToken);
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
