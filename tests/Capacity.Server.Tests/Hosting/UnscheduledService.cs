using System.Text;
using Capacity.Core.Checks;
using Capacity.Core.Scanning;
using Capacity.Server.Alerts;
using Capacity.Server.Checks;
using Capacity.Server.Hosting;
using Capacity.Server.Jobs;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Capacity.Server.Tests.Hosting;

/// <summary>The whole service but for its schedule and its web server: what the jobs do is done when the test says so.</summary>
internal sealed class UnscheduledService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IReadOnlyList<Stores> open;

    private UnscheduledService(WebApplication app, IReadOnlyList<Stores> open) => (this.app, this.open) = (app, open);

    public ClusterWatch Watch => app.Services.GetRequiredService<ClusterWatch>();

    public ScanReport Latest => Watch.Latest!;

    public ServiceHealth Health => app.Services.GetRequiredService<ServiceHealth>();

    public KeepingState Keeping => app.Services.GetRequiredService<SampleKeeper>().State;

    public MetricSet Metrics => app.Services.GetRequiredService<MetricSet>();

    public Stores Stores => open[0];

    public AlertKeeper Alerts => app.Services.GetRequiredService<AlertKeeper>();

    public static async Task<UnscheduledService> StartAsync(WebApplication app, IReadOnlyList<Stores> open, CancellationToken cancellationToken)
    {
        foreach (var reader in app.Services.GetServices<IHostedService>().OfType<InventoryReader>())
        {
            await reader.StartAsync(cancellationToken);
        }

        foreach (var alerts in app.Services.GetServices<AlertKeeper>())
        {
            await alerts.RestoreAsync(cancellationToken);
        }

        return new(app, open);
    }

    /// <summary>Does what the schedule does every minute.</summary>
    public async Task<ScanReport> CollectAsync(CancellationToken cancellationToken)
    {
        await ActivatorUtilities.CreateInstance<CollectJob>(app.Services).Execute(null!, cancellationToken);
        return Latest;
    }

    /// <summary>Does what the schedule does every quarter of a minute.</summary>
    public async Task<ScanReport> LookAsync(CancellationToken cancellationToken)
    {
        await ActivatorUtilities.CreateInstance<LookJob>(app.Services).Execute(null!, cancellationToken);
        return Latest;
    }

    /// <summary>Does what the schedule does after each look.</summary>
    public async Task<IReadOnlyList<CheckState>> CheckAsync(CancellationToken cancellationToken)
    {
        await ActivatorUtilities.CreateInstance<CheckJob>(app.Services).Execute(null!, cancellationToken);
        return app.Services.GetRequiredService<CheckKeeper>().Latest!.Checks;
    }

    /// <summary>Reads what <c>/metrics</c> would answer.</summary>
    public async Task<string> MetricsAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await Metrics.Registry.CollectAndExportAsTextAsync(text, cancellationToken);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var stores in open.Distinct())
        {
            await stores.DisposeAsync();
        }
    }
}
