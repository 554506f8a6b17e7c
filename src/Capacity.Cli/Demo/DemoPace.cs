using Capacity.Server.Jobs;
using Capacity.Simulator;

namespace Capacity.Cli.Demo;

/// <summary>Moves the clock of the demo as fast as somebody asked for, and no faster than the service can follow.</summary>
internal sealed class DemoPace(DemoPlan plan, SteppedTimeProvider clock, TimeProvider time, JobsUnderWay jobs)
{
    private const int StepsPerCollection = 5;

    /// <summary>How long a job that the last step made due may take to begin.</summary>
    private static readonly TimeSpan ToBegin = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs until it is told to end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var step = plan.Interval / StepsPerCollection;
        var pause = step / plan.Speed;
        while (true)
        {
            var started = time.GetTimestamp();
            clock.Advance(step);
            await Task.Delay(ToBegin, time, cancellationToken);
            while (jobs.Any)
            {
                await Task.Delay(Glance, time, cancellationToken);
            }

            var rest = pause - time.GetElapsedTime(started);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, cancellationToken);
            }
        }
    }
}
