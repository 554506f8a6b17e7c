using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Cli.Alerts;

/// <summary>Runs a storm through the correlator with a clock that jumps from one moment to the next.</summary>
internal static class StormReplay
{
    public static ReplayResult Run(Storm storm, AlertPolicy policy, CancellationToken cancellationToken)
    {
        var correlator = new Correlator(policy, storm.Topology(), CorrelatorState.Empty, storm.Start);
        var result = new ReplayResult(storm);
        var downUntil = DateTimeOffset.MinValue;
        foreach (var moment in storm.Moments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (moment.Restart is { } down)
            {
                Step(correlator, moment.At, result);
                downUntil = moment.At + down;
                correlator = new(policy, storm.Topology(), Stored(correlator.Save()), downUntil);
                continue;
            }

            if (moment.Copy is { } copy)
            {
                if (moment.At < downUntil)
                {
                    continue; // Nobody is there to receive it; it is sent again.
                }

                result.Copies++;
                result.Alerts.Add(copy.Labels);
                Step(correlator, moment.At, result);
                correlator.Receive(copy);
            }
            else if (moment.Context is { } context)
            {
                var at = moment.At < downUntil ? downUntil : moment.At;
                Step(correlator, at, result);
                correlator.Note(context, at);
            }
        }

        Step(correlator, storm.End, result);
        return result;
    }

    private static void Step(Correlator correlator, DateTimeOffset now, ReplayResult result) => result.Add(correlator.Advance(now), correlator.Alerts);

    /// <summary>What a restart leaves is what can be written down.</summary>
    private static CorrelatorState Stored(CorrelatorState state) => CorrelatorJson.Read(CorrelatorJson.Write(state));
}
