using Capacity.Server.AlertmanagerApi;
using Capacity.Server.Api;
using Capacity.Server.Checks;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Incidents;
using Capacity.Server.Jobs;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Mail;
using Capacity.Server.Metrics;
using Capacity.Server.Packing;
using Capacity.Server.Paging;
using Capacity.Server.Planning;
using Capacity.Server.Pages;
using Capacity.Server.Reviewing;
using Capacity.Server.RightSizing;
using Capacity.Server.RightSizing.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace Capacity.Server.Hosting;

/// <summary>Puts the service together.</summary>
public static class CapacityService
{
    /// <summary>The longest that the service takes to stop. A collection that is under way gets <see cref="StopGrace.Longest"/> of it.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    /// <summary>Builds the service; nothing runs yet.</summary>
    /// <param name="configuration">What to watch, and where to answer.</param>
    /// <param name="stores">Where samples are kept; the caller closes them when the service has stopped.</param>
    /// <param name="time">The clock.</param>
    /// <param name="schedule">The clock that says when jobs are due; <see langword="null"/> for the same.</param>
    public static WebApplication Build(ServiceConfiguration configuration, Stores stores, TimeProvider time, TimeProvider? schedule = null) =>
        Build(configuration, stores, time, services => services.AddJobs(configuration, schedule ?? time).AddPagers());

    /// <summary>Builds a service that does nothing by itself: it only answers.</summary>
    /// <param name="configuration">What to look at, and where to answer.</param>
    /// <param name="stores">What was kept; the caller closes them when the service has stopped.</param>
    /// <param name="time">The clock.</param>
    public static WebApplication BuildIdle(ServiceConfiguration configuration, Stores stores, TimeProvider time) =>
        Build(configuration, stores, time, services => services.AddJobTools());

    internal static WebApplication Build(ServiceConfiguration configuration, Stores stores, TimeProvider time, Action<IServiceCollection> addJobs)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // The service has a file of its own; the framework would watch the whole folder it is started in, with each write to a store in there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.UseUrls(configuration.Listen.GetLeftPart(UriPartial.Authority));
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        var registry = Prometheus.Metrics.NewCustomRegistry();
        builder.Services
            .AddSingleton(configuration)
            .AddSingleton<OwnSite>()
            .AddSingleton(time)
            .AddSingleton(registry)
            .AddSingleton(stores)
            .AddSingleton(stores.State.Paging)
            .AddSingleton(stores.State.Notices)
            .AddSingleton<SampleKeeper>()
            .AddSingleton<ProfileKeeper>()
            .AddSingleton<AdviceKeeper>()
            .AddSingleton<MailSender>()
            .AddSingleton<ReportWebhook>()
            .AddSingleton<ReportDeliveries>()
            .AddSingleton<PackingKeeper>()
            .AddSingleton<PlanKeeper>()
            .AddForecasts()
            .AddSingleton<ShapeKeeper>()
            .AddSingleton<ReportPost>()
            .AddSingleton<ReportSender>()
            .AddSingleton<ReviewReader>()
            .AddSingleton<ReviewSender>()
            .AddSingleton<ClusterWatch>()
            .AddSingleton<ServiceHealth>()
            .AddServiceMetrics()
            .AddAlerts()
            .AddIncidents()
            .AddPaging()
            .AddSingleton<CheckKeeper>()
            .Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop)
            .AddHostedService<InventoryReader>()
            .AddHostedService<ProfileReader>()
            .AddHostedService<LastFlush>();
        addJobs(builder.Services);
        builder.Services.AddProblemDetails();
        builder.Services.AddCapacityApi();
        builder.Services.AddRazorComponents();

        // The pages hold nothing that would have to be readable after a restart.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

        var app = builder.Build();
        app.UseServiceMark();
        app.UseServiceDate(time);
        app.UseHeadAsGet();
        app.UseExceptionHandler();
        app.UseNotFound();
        app.UseRouting();
        app.UseEncodedSlashes();
        app.UseAntiforgery();
        app.Services.GetRequiredService<MetricsRefresh>().Start();
        app.Services.GetRequiredService<PagingMetrics>();
        app.MapMetrics(registry: registry);
        app.MapHealth();
        app.MapCapacityApi();
        app.MapAlertmanagerInterface(registry);
        app.MapPages();
        return app;
    }
}
