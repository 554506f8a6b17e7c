using Capacity.Server.Tests.Browser;

namespace Capacity.Server.Tests.Pages;

/// <summary>A watched cluster and a browser to look at it, shared by the tests that do.</summary>
public sealed class BrowsedCluster : IAsyncLifetime
{
    private Chromium? browser;
    private WatchedCluster? cluster;

    internal Uri Address => cluster!.Address;

    public async ValueTask InitializeAsync()
    {
        var watching = WatchedCluster.StartAsync(agents: 8, collections: 24, TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        browser = await Chromium.StartAsync(TestContext.Current.CancellationToken);
        cluster = await watching;
        await SentAlerts.SendAsync(Address, cluster.Now, TestContext.Current.CancellationToken);
        cluster.Pass(TimeSpan.FromSeconds(46));
        await SentAlerts.UntilPagedAsync(Address, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        await cluster!.DisposeAsync();
    }

    internal Task<Tab> OpenAsync(CancellationToken cancellationToken) => Tab.OpenAsync(browser!.Tools, cancellationToken);
}
