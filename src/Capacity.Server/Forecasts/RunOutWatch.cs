using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>Works out what runs out whenever there are new forecasts or another plan, and has it told.</summary>
public sealed class RunOutWatch(ForecastKeeper keeper, OutlookMaker outlooks, RunOutAlerts alerts, Stores stores, ServiceConfiguration configuration)
{
    private (ForecastSet Set, int Plans)? judged;
    private volatile IReadOnlyList<Outlook> latest = [];

    /// <summary>Gets the outlook of every capacity, the stored plan carried out; none before the first forecast.</summary>
    public IReadOnlyList<Outlook> Latest => latest;

    /// <summary>Looks whether there is anything new, and tells what holds.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (keeper.Latest is not { } set)
        {
            return;
        }

        var plan = await stores.State.Plans.ReadAsync(cancellationToken);
        var plans = plan.Aggregate(0, (hash, p) => HashCode.Combine(hash, p));
        if (judged is not { } last || !ReferenceEquals(last.Set, set) || last.Plans != plans)
        {
            var request = new OutlookRequest { LeadTime = configuration.Forecast.LeadTime, Target = configuration.Forecast.Target, Plan = [.. plan.Select(p => p.Event)] };
            latest = await Task.Run(() => outlooks.Make(set, request, cancellationToken), cancellationToken);
            await alerts.JudgeAsync(latest, cancellationToken);
            judged = (set, plans);
        }

        await alerts.TellAsync();
    }
}
