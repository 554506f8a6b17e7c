using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Jobs;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;
using Capacity.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prometheus;
using Quartz;

namespace Capacity.Server.Hosting;

/// <summary>Puts the service together.</summary>
public static class CapacityService
{
    /// <summary>The scheduler has a name, for only a named one keeps its clock to itself.</summary>
    private const string Scheduler = "capacity";

    /// <summary>Builds the service; nothing runs yet.</summary>
    /// <param name="configuration">What to watch, and where to answer.</param>
    /// <param name="stores">Where samples are kept; the caller closes them when the service has stopped.</param>
    /// <param name="time">The clock.</param>
    /// <param name="schedule">The clock that says when jobs are due; <see langword="null"/> for the same.</param>
    public static WebApplication Build(ServiceConfiguration configuration, Stores stores, TimeProvider time, TimeProvider? schedule = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(configuration.Listen.GetLeftPart(UriPartial.Authority));
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        var registry = Prometheus.Metrics.NewCustomRegistry();
        builder.Services
            .AddSingleton(configuration)
            .AddSingleton(time)
            .AddSingleton(registry)
            .AddSingleton(stores)
            .AddSingleton<SampleKeeper>()
            .AddSingleton<JobsUnderWay>()
            .AddSingleton<ClusterWatch>()
            .AddSingleton<ServiceMetrics>()
            .AddSingleton<ClusterMetrics>()
            .AddQuartz(Scheduler, quartz => quartz
                .UseTimeProvider(schedule ?? time)
                .AddJob<CollectJob>(job => job.WithIdentity(CollectJob.Key))
                .AddTrigger(trigger => trigger.ForJob(CollectJob.Key).StartNow()
                    .WithSimpleSchedule(s => s.WithInterval(configuration.Interval).RepeatForever()))
                .AddJob<MaintainJob>(job => job.WithIdentity(MaintainJob.Key))
                .AddTrigger(trigger => trigger.ForJob(MaintainJob.Key).StartNow()
                    .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever())))
            .AddQuartzHostedService(Scheduler, options => options.WaitForJobsToComplete = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddCapacityApi();
        builder.Services.AddRazorComponents();

        // The pages hold nothing that would have to be readable after a restart.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAntiforgery();
        app.MapMetrics(registry: registry);
        app.MapHealth();
        app.MapCapacityApi();
        app.MapPages();
        return app;
    }
}
