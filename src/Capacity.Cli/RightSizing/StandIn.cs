using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Cli.RightSizing;

/// <summary>Stands in for a service that does not run, for one question: with what that has stored, and one look at the cluster.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly Stores stores;
    private readonly WebApplication service;

    private StandIn(Stores stores, WebApplication service) => (this.stores, this.service) = (stores, service);

    /// <summary>Gets where it answers.</summary>
    public Uri Address => new(service.Urls.Single());

    /// <summary>Opens the stores, looks at the cluster once and works out all advice.</summary>
    /// <exception cref="UserErrorException">The stores cannot be opened, or the cluster does not answer.</exception>
    public static async Task<StandIn> StartAsync(ServiceConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        var (stores, refusal) = await Stores.OpenAsync(configuration, time, cancellationToken);
        var opened = stores ?? throw new UserErrorException(refusal!, ExitCodes.Failed);
        var standIn = new StandIn(opened, CapacityService.BuildIdle(configuration with { Listen = new("http://127.0.0.1:0") }, opened, time));
        try
        {
            await standIn.service.StartAsync(cancellationToken);
            await standIn.LookAsync(cancellationToken);
            return standIn;
        }
        catch
        {
            await standIn.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await service.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores.DisposeAsync();
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var outcome = await service.Services.GetRequiredService<ClusterWatch>().CollectAsync(cancellationToken);
        var picture = (outcome as WatchOutcome.Seen)?.Report.Picture;
        if (picture is not { KnowsItsAgents: true })
        {
            var reason = outcome is WatchOutcome.Blind(var blindness) ? blindness : "no master that leads said what it knows.";
            throw new UserErrorException($"The cluster could not be looked at: {reason} Without what its apps have now there is nothing to advise.", ExitCodes.Failed);
        }

        await service.Services.GetRequiredService<AdviceKeeper>().ComputeAsync(cancellationToken);
    }
}
