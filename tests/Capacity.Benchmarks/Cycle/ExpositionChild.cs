using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Capacity.Benchmarks.Cycle;

/// <summary>What the peer scrapes: as many targets as there are agents, each with 25 containers of 16 series, as text. All values move.</summary>
internal static class ExpositionChild
{
    public const int ContainersPerTarget = 25;

    private static readonly string[] Names =
    [
        "cpu_user_seconds_total", "cpu_system_seconds_total", "cpu_periods_total", "cpu_throttled_periods_total", "cpu_throttled_seconds_total", "cpu_limit_cores",
        "cpu_requested_cores", "memory_total_bytes", "memory_rss_bytes", "memory_cache_bytes", "memory_mapped_file_bytes", "memory_limit_bytes",
        "memory_requested_bytes", "disk_used_bytes", "disk_limit_bytes", "start_time_seconds",
    ];

    public static int SeriesPerTarget => ContainersPerTarget * Names.Length;

    public static async Task RunAsync(int targets, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            for (var i = 0; i < targets; i++)
            {
                server.Listen(System.Net.IPAddress.Loopback, 0);
            }
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
        Console.WriteLine(string.Join(' ', app.Urls.Select(u => new Uri(u).Authority)));
        await Console.In.ReadToEndAsync(cancellationToken);
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4";
        return context.Response.WriteAsync(Page(context.Connection.LocalPort, Environment.TickCount64), context.RequestAborted);
    }

    private static string Page(int target, long now)
    {
        var page = new StringBuilder();
        foreach (var (series, name) in Names.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"# HELP container_{name} A figure of a container.\n# TYPE container_{name} {(name.EndsWith("total", StringComparison.Ordinal) ? "counter" : "gauge")}\n");
            for (var i = 0; i < ContainersPerTarget; i++)
            {
                var (app, value) = (((target * ContainersPerTarget) + i) % 5000, (now / 1000.0 * (series + 1)) + (i * 1000.0) + (now % 977));
                page.Append(CultureInfo.InvariantCulture, $"container_{name}{{framework=\"marathon\",app=\"/team-{app % 50}/app-{app}\",container=\"{target:x8}-51c3-4a8e-9d0f-{i:x12}\"}} {value:0.##}\n");
            }
        }

        return page.ToString();
    }
}
