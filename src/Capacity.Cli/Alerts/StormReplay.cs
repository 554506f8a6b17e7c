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
                result.Add(Step(correlator, moment.At));
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
                result.Add(Step(correlator, moment.At));
                correlator.Receive(copy);
            }
            else if (moment.Context is { } context)
            {
                var at = moment.At < downUntil ? downUntil : moment.At;
                result.Add(Step(correlator, at));
                correlator.Note(context, at);
            }
        }

        result.Add(Step(correlator, storm.End));
        result.Alerts = [.. correlator.Alerts];
        return result;
    }

    private static IReadOnlyList<Decision> Step(Correlator correlator, DateTimeOffset now) => correlator.Advance(now);

    /// <summary>What a restart leaves is what can be written down.</summary>
    private static CorrelatorState Stored(CorrelatorState state) => CorrelatorJson.Read(CorrelatorJson.Write(state));
}
