using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Debian's Prometheus delivers alerts to the service: what fires arrives, what ends ends, and its log has no complaint.</summary>
public sealed class PrometheusTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prometheus_FiringAndResolved_AreDelivered()
    {
        await using var service = await AlertService.StartAsync("{ pathPrefix: /am }", TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("capacity-prometheus-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "rules.yml"), """
            groups:
            - name: g
              interval: 1s
              rules:
              - { alert: Always, expr: vector(1), annotations: { summary: 'value {{ $value }} & "more"' } }
              - { alert: AtFirst, expr: time() - process_start_time_seconds < 15, labels: { severity: critical } }
            """, Cancellation);
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"), $$"""
            global: { scrape_interval: 1s, evaluation_interval: 1s, external_labels: { cluster: lab } }
            rule_files: [rules.yml]
            alerting: { alertmanagers: [{ path_prefix: /am, static_configs: [{ targets: ['{{service.Address.Authority}}'] }] }] }
            scrape_configs: [{ job_name: self, static_configs: [{ targets: ['127.0.0.1:{{port}}'] }] }]
            """, Cancellation);

        // What Prometheus has to say before it has found us is lost, and is said again after this delay.
        using var prometheus = Process.Start(new ProcessStartInfo(
            "prometheus", ["--config.file=prometheus.yml", "--storage.tsdb.path=data", $"--web.listen-address=127.0.0.1:{port}", "--rules.alert.resend-delay=1s", "--log.level=warn"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        })!;
        try
        {
            await UntilAsync(service, "Always AtFirst");
            await UntilAsync(service, "Always");
            Assert.False(Assert.Single(service.Keeper.Board.All, a => a.Labels["alertname"] == "AtFirst").IsFiring);
            Assert.Equal("lab", Assert.Single(service.Keeper.Board.All, a => a.IsFiring).Labels["cluster"]);
        }
        finally
        {
            prometheus.Kill();
            var log = await prometheus.StandardError.ReadToEndAsync(Cancellation);
            await prometheus.WaitForExitAsync(Cancellation);
            Directory.Delete(folder, recursive: true);
            Assert.DoesNotContain("component=notifier", log, StringComparison.Ordinal);
        }
    }

    private static async Task UntilAsync(AlertService service, string names)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (await service.NamesAsync() != names)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
