using Capacity.Core.Alerting.Board;
using Capacity.Core.Checks;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Packing;

namespace Capacity.Server.Checks;

/// <summary>Does the checks over the latest picture, and sends their alerts to the board as long as they fire.</summary>
/// <remarks>
/// What fired before the service began is taken back from the board, which is on disk: it fires on, with the same beginning, until a look
/// says that all is well. What was pending a few looks ago waits on.
/// </remarks>
public sealed class CheckKeeper
{
    private const string Sender = "capacity";
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);

    private readonly ServiceConfiguration configuration;
    private readonly ClusterWatch watch;
    private readonly PackingKeeper packing;
    private readonly SampleKeeper samples;
    private readonly ProfileKeeper profiles;
    private readonly AlertKeeper alerts;
    private readonly Stores stores;
    private readonly TimeProvider time;
    private readonly CheckEngine engine;
    private readonly AlertLease lease;
    private readonly PendingKeeper pending;
    private readonly DateTimeOffset startedAt;
    private bool isRestored;
    private volatile CheckLooks? latest;

    /// <summary>Begins; nothing is checked yet.</summary>
    public CheckKeeper(
        ServiceConfiguration configuration, ClusterWatch watch, PackingKeeper packing, SampleKeeper samples, ProfileKeeper profiles, AlertKeeper alerts, Stores stores, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(time);
        (this.configuration, this.watch, this.packing, this.samples, this.profiles, this.alerts, this.stores, this.time) =
            (configuration, watch, packing, samples, profiles, alerts, stores, time);
        engine = new(CheckCatalogue.All, configuration.Checks, configuration.RightSizing.Owners);
        startedAt = time.GetUtcNow();
        var own = configuration.Address.GetLeftPart(UriPartial.Authority);
        var usual = 4 * configuration.MastersInterval;
        lease = new(usual > ShortestLease ? usual : ShortestLease);
        pending = new(stores.State.Checks, configuration.MastersInterval);
        Alerts = new(configuration.ClusterName, configuration.Checks.Runbooks ?? $"{own}/runbooks", $"{own}/api/v1/checks");
    }

    /// <summary>Gets the last look; <see langword="null"/> before the first.</summary>
    public CheckLooks? Latest => latest;

    /// <summary>Gets what makes alerts.</summary>
    public CheckAlerts Alerts { get; }

    /// <summary>Looks once, and sends what fires and what ended.</summary>
    /// <exception cref="IOException">The alerts are on the board, but not on disk, or what is pending is not.</exception>
    public async Task LookAsync()
    {
        var (now, began) = (time.GetUtcNow(), time.GetTimestamp());
        await RestoreAsync(now);
        var checks = engine.Look(watch.Latest, packing.Latest, Condition(), now);
        latest = CheckLooks.After(latest, checks, now, time.GetElapsedTime(began));
        if (Alerts.Of(checks, now, lease.Renew(now)) is { Count: > 0 } posted)
        {
            await alerts.TakeAsync(posted, Sender);
        }

        await pending.KeepAsync(checks, now);
    }

    private async Task RestoreAsync(DateTimeOffset now)
    {
        if (isRestored)
        {
            return;
        }

        isRestored = true;
        RestoreFiring();
        foreach (var wrong in await pending.RestoreAsync(now))
        {
            engine.Restore(wrong);
        }
    }

    private void RestoreFiring()
    {
        foreach (var alert in alerts.Board.All.Where(a => a is { Sender: Sender, IsFiring: true }))
        {
            var (name, subject) = (alert.Labels["alertname"], CheckAlerts.SubjectOf(alert.Labels));

            // One of another severity is another alert; the old one ends when nobody sends it again.
            if (CheckCatalogue.All.FirstOrDefault(c => c.Name == name) is { } rule && Alerts.LabelsOf(rule, configuration.Checks.Of(rule), subject).Equals(alert.Labels))
            {
                engine.Restore(name, subject, alert.StartsAt);
            }
        }
    }

    private ServiceCondition Condition() => new()
    {
        StartedAt = startedAt,
        Interval = configuration.Interval,
        MastersInterval = configuration.MastersInterval,
        ZooKeeperInterval = configuration.ZooKeeperInterval,
        Blindness = watch.Blindness,
        StoreTroubles = Troubles(),
    };

    private Dictionary<string, string> Troubles()
    {
        (string Store, string? Trouble)[] all =
        [
            ("samples", samples.State.Trouble ?? (stores.Samples.Health.AcceptsWrites ? null : "the store accepts no writes.")),
            ("inventory", samples.State.InventoryTrouble),
            ("profiles", profiles.Trouble),
            ("alerts", alerts.Trouble),
        ];
        return all.Where(t => t.Trouble is not null).ToDictionary(t => t.Store, t => t.Trouble!);
    }
}
