using System.Collections.Concurrent;
using Capacity.Server.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Capacity.Server.Tests.Jobs;

public sealed class ScheduleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Schedule_AJobRunsTooLong_IsMadeUpForOnceAndNeverOverlaps()
    {
        var log = new RunLog();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services
            .AddSingleton(log)
            .AddQuartz(quartz => JobRegistration.Add<SlowAtFirstJob>(quartz, new("slow", "test"), TimeSpan.FromSeconds(1)))
            .AddQuartzHostedService();
        using var host = builder.Build();
        await host.StartAsync(Cancellation);
        while (log.Runs.Count < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }

        await host.StopAsync(Cancellation);

        var runs = log.Runs.ToArray();
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.Second.Began >= pair.First.Ended));
        Assert.InRange((runs[1].Began - runs[0].Ended).TotalSeconds, 0, 0.9);
        Assert.InRange((runs[2].Began - runs[1].Began).TotalSeconds, 0.5, 2.5);
    }

    private sealed class RunLog
    {
        public ConcurrentQueue<(DateTimeOffset Began, DateTimeOffset Ended)> Runs { get; } = new();
    }

    [DisallowConcurrentExecution]
    private sealed class SlowAtFirstJob(RunLog log) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var began = TimeProvider.System.GetUtcNow();
            await Task.Delay(TimeSpan.FromSeconds(log.Runs.IsEmpty ? 3.5 : 0), TimeProvider.System, cancellationToken);
            log.Runs.Enqueue((began, TimeProvider.System.GetUtcNow()));
        }
    }
}
