using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;

namespace Capacity.Server.RightSizing;

/// <summary>Computes the advice for all apps from their profiles, remembers what changed, and what owners say to it.</summary>
public sealed class AdviceKeeper(Stores stores, ServiceConfiguration configuration, ClusterWatch watch, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim working = new(1);
    private readonly FactsReader facts = new(configuration.RightSizing.Owners, configuration.RightSizing.Teams);
    private volatile AdviceSet? latest;

    /// <summary>Gets the latest advice; <see langword="null"/> before the first.</summary>
    public AdviceSet? Latest => latest;

    /// <summary>Gets whether it is time to compute.</summary>
    public bool IsDue => watch.Latest is not null && (latest is not { } last || time.GetUtcNow() - last.At >= configuration.RightSizing.Interval);

    /// <summary>Computes all advice.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task ComputeAsync(CancellationToken cancellationToken)
    {
        if (watch.Latest is not { } report)
        {
            return;
        }

        await working.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var end = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
            var policy = configuration.RightSizing.Policy;
            var summaries = new Dictionary<AppKey, UsageSummary>();
            await stores.State.Profiles.ReadAllAsync(
                end.AddDays(-7 * policy.Weeks), end, (app, days) => summaries[app] = UsageSummary.Of(days, end, policy.Weeks), cancellationToken);
            var before = (await stores.State.Advice.ReadLatestAsync(cancellationToken)).ToDictionary(r => r.App);
            var advisor = Advisor.Learn([.. summaries.Values], policy);
            var (advice, machinesFreed) = MachineSavings.Of(report.Picture, [.. (await ReadFactsAsync(report.Picture, end.AddDays(-1), cancellationToken))
                .Select(a => advisor.Advise(a, summaries.GetValueOrDefault(a.Key) ?? UsageSummary.Of([], end, 1), before.GetValueOrDefault(a.Key)?.ToPrevious()))]);
            var records = advice.Select(a => AdviceRecord.Of(a, now)).ToList();
            await stores.State.Advice.AppendAsync([.. records.Where(r => before.GetValueOrDefault(r.App)?.SaysTheSameAs(r) != true)], cancellationToken);
            var decisions = Last(await stores.State.Advice.ReadDecisionsAsync(cancellationToken));
            var inMarathon = report.Picture.Marathons.SelectMany(m => m.Apps).Select(a => a.Key).ToHashSet();
            latest = Sort(now, machinesFreed, advice.Zip(records, (a, r) => new AdvisedApp(
                a, before.GetValueOrDefault(r.App) is { } b && b.SaysTheSameAs(r) ? b.At : now, decisions.GetValueOrDefault(r.App), inMarathon.Contains(r.App))));
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Remembers what an owner says to the advice for an app.</summary>
    /// <returns>The app with it; <see langword="null"/> where nothing is advised for such an app.</returns>
    /// <exception cref="IOException">The state can't be written.</exception>
    public async Task<AdvisedApp?> DecideAsync(AppKey app, DecisionKind kind, string reason, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await working.WaitAsync(cancellationToken);
        try
        {
            if (latest is not { } set || set.Find(app) is not { } advised)
            {
                return null;
            }

            var decision = new OwnerDecision(
                app,
                time.GetUtcNow(),
                kind,
                reason,
                kind == DecisionKind.Snoozed ? until : null,
                Shape.Now(advised.Advice.App),
                Shape.Advised(advised.Advice),
                advised.Advice.CostPerHour,
                advised.SavingPerHour);
            await stores.State.Advice.DecideAsync(decision, cancellationToken);
            var decided = advised with { Decision = decision };
            latest = set with { Apps = [.. set.Apps.Select(a => a.Advice.App.Key == app ? decided : a)] };
            return decided;
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Reads what happened after the last change of an app; <see langword="null"/> where none was seen.</summary>
    /// <exception cref="IOException">The state can't be read.</exception>
    public async Task<Outcome?> ReadOutcomeAsync(Recommendation advice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(advice);
        var history = await stores.State.Advice.ReadHistoryAsync(advice.App.Key, cancellationToken);
        var days = await stores.State.Profiles.ReadAppAsync(advice.App.Key, advice.From, advice.End, cancellationToken);
        return Outcome.Of(history, days);
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    /// <summary>Reads what apps have now, spread over as many failure domains as lately, and notes over how many they are.</summary>
    private async Task<IEnumerable<AppFacts>> ReadFactsAsync(ClusterSnapshot picture, DateOnly today, CancellationToken cancellationToken)
    {
        var apps = facts.Read(picture);
        var lately = (await stores.State.Advice.ReadSpreadsAsync(today.AddDays(1 - DomainSpread.Days), cancellationToken)).ToLookup(s => s.App);
        var spreads = apps.Select(a => DomainSpread.Of(a, today)).Where(n => !lately[n.App].Any(s => (s.Day, s.AreZones) == (n.Day, n.AreZones) && s.Domains >= n.Domains));
        await stores.State.Advice.NoteSpreadsAsync([.. spreads], cancellationToken);
        return apps.Select(a => DomainSpread.Steady(a, [.. lately[a.Key]]));
    }

    private static AdviceSet Sort(DateTimeOffset now, int? machinesFreed, IEnumerable<AdvisedApp> apps) => new(
        now,
        [.. apps.OrderByDescending(a => a.Advice.Verdict == Verdict.TooSmall).ThenByDescending(a => a.SavingPerHour).ThenBy(a => a.Advice.App.Key.Id, StringComparer.Ordinal)],
        machinesFreed);

    private static Dictionary<AppKey, OwnerDecision> Last(IEnumerable<OwnerDecision> decisions) =>
        decisions.GroupBy(d => d.App).ToDictionary(g => g.Key, g => g.Last());
}
