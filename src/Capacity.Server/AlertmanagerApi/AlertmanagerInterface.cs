using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>The interface of Alertmanager, version 2, at the root and under the configured path.</summary>
internal static class AlertmanagerInterface
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<ReceivedLog>()
        .AddHostedService(s => s.GetRequiredService<ReceivedLog>())
        .AddSingleton<AlertKeeper>()
        .AddSingleton<StormMemory>()
        .AddSingleton<AlertmanagerMetrics>()
        .AddSingleton<AlertEndpoints>()
        .AddSingleton<SilenceEndpoints>()
        .AddSingleton<StatusEndpoints>()
        .AddSingleton<ReadLimit>()
        .AddHostedService<AlertUpkeep>();

    public static void MapAlertmanagerInterface(this IEndpointRouteBuilder app, CollectorRegistry registry)
    {
        var prefix = app.ServiceProvider.GetRequiredService<ServiceConfiguration>().Alerts.PathPrefix;
        SilencePreviewEndpoint.Map(app);
        Map(app, "");
        if (prefix.Length > 0)
        {
            Map(app, prefix);
            app.MapMetrics($"{prefix}/metrics", registry);
        }
    }

    private static void Map(IEndpointRouteBuilder app, string prefix)
    {
        const string Get = "GET", Post = "POST", Delete = "DELETE", Head = "HEAD";
        var services = app.ServiceProvider;
        var (alerts, silences) = (services.GetRequiredService<AlertEndpoints>(), services.GetRequiredService<SilenceEndpoints>());
        var status = services.GetRequiredService<StatusEndpoints>();
        var routes = new AlertmanagerRoutes(app, prefix, services.GetRequiredService<ReadLimit>(), services.GetRequiredService<OwnSite>());
        routes.Add("/api/v2/status", (Get, status.GetAsync));
        routes.Add("/api/v2/receivers", (Get, alerts.GetReceiversAsync));
        routes.Add("/api/v2/alerts", (Get, alerts.GetAsync), (Post, alerts.PostAsync));
        routes.Add("/api/v2/alerts/groups", (Get, alerts.GetGroupsAsync));
        routes.Add("/api/v2/silences", (Get, silences.GetAllAsync), (Post, silences.PostAsync));
        routes.Add("/api/v2/silence/{id}", (Get, silences.GetAsync), (Delete, silences.DeleteAsync));
        routes.AddRest("/api/v2");

        // Without a prefix, /api/v1/receivers is this service's own.
        string[] own = prefix.Length == 0 ? ["receivers"] : [];
        foreach (var gone in ((string[])["status", "receivers", "alerts", "alerts/groups", "silences", "silence/{id}"]).Except(own))
        {
            routes.Add($"/api/v1/{gone}", (Get, StatusEndpoints.GoneAsync), (Post, StatusEndpoints.GoneAsync), (Delete, StatusEndpoints.GoneAsync));
        }

        routes.AddPlain("/-/healthy", StatusEndpoints.OkAsync, Get, Head);
        routes.AddPlain("/-/ready", StatusEndpoints.OkAsync, Get, Head);
        routes.AddPlain("/-/reload", StatusEndpoints.ReloadAsync, Post, "PUT");
    }
}
