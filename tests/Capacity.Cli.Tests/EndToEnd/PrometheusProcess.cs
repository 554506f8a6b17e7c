using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Debian's Prometheus, which scrapes the service, evaluates our rules and sends what fires to the service.</summary>
internal sealed class PrometheusProcess : IDisposable
{
    private readonly Process process;
    private readonly string folder;

    private PrometheusProcess(Process process, string folder) => (this.process, this.folder) = (process, folder);

    /// <summary>Starts it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="factor">How many times shorter the rules' <c>for</c> is.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<PrometheusProcess> StartAsync(Uri service, double factor, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-rules-").FullName;
        await ScaledRules.WriteAsync(folder, factor, cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "prometheus.yml"),
            $$"""
            global: { scrape_interval: 2s, evaluation_interval: 2s }
            rule_files: ['*.rules.yaml']
            alerting: { alertmanagers: [{ static_configs: [{ targets: ['{{service.Authority}}'] }] }] }
            scrape_configs: [{ job_name: capacity, static_configs: [{ targets: ['{{service.Authority}}'] }] }]
            """,
            cancellationToken);
        var process = Process.Start(new ProcessStartInfo(
            "prometheus",
            ["--config.file=prometheus.yml", "--storage.tsdb.path=data", $"--web.listen-address=127.0.0.1:{FreePort()}", "--rules.alert.resend-delay=10s", "--log.level=error"])
        {
            WorkingDirectory = folder,
        })!;
        return new(process, folder);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
