using Capacity.Server.Configuration;
using Capacity.Server.Live;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Puts the schedule together.</summary>
internal static class JobRegistration
{
    /// <summary>The scheduler has a name, for only a named one keeps its clock to itself.</summary>
    private const string Scheduler = "capacity";

    private static readonly TimeSpan MaintenanceInterval = TimeSpan.FromMinutes(5);

    /// <summary>A trigger that comes later than this because its job still ran is late: it fires once, and the schedule goes on from there.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    /// <summary>What jobs share with the rest of the service.</summary>
    public static IServiceCollection AddJobTools(this IServiceCollection services) => services
        .AddSingleton<StopGrace>()
        .AddSingleton<SourceLog>()
        .AddSingleton<JobsUnderWay>()
        .AddSingleton<IdleMemory>();

    public static IServiceCollection AddJobs(this IServiceCollection services, ServiceConfiguration configuration, TimeProvider schedule) => services
        .AddJobTools()
        .AddQuartz(Scheduler, quartz =>
        {
            quartz.UseTimeProvider(schedule);
            Add<CollectJob>(quartz, CollectJob.Key, configuration.Interval);
            Add<LookJob>(quartz, LookJob.Key, configuration.MastersInterval);
            Add<CheckJob>(quartz, CheckJob.Key, configuration.MastersInterval);
            Add<ZooKeeperJob>(quartz, ZooKeeperJob.Key, configuration.ZooKeeperInterval);
            Add<AdviseJob>(quartz, AdviseJob.Key, AdviseJob.LookInterval);
            Add<PackingJob>(quartz, PackingJob.Key, PackingJob.LookInterval);
            Add<ForecastJob>(quartz, ForecastJob.Key, ForecastJob.LookInterval);
            Add<ReportJob>(quartz, ReportJob.Key, ReportJob.LookInterval);
            Add<MaintainJob>(quartz, MaintainJob.Key, MaintenanceInterval);
        })
        .AddQuartzHostedService(Scheduler, options => options.WaitForJobsToComplete = true);

    /// <summary>Repeats a job. It never overlaps with itself, and what it missed because it ran too long is made up for once.</summary>
    internal static void Add<TJob>(IQuartzBuilder quartz, JobKey key, TimeSpan interval)
        where TJob : class, IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(key))
        .AddTrigger(trigger => trigger.ForJob(key).StartNow().WithMisfireThreshold(Late)
            .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount)));
}
