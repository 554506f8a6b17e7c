using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Server.Alerts;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Forecasts;

/// <summary>Tells of capacities that run out as alerts, each with a severity by lead time. A level is judged anew with each forecast and each change of the plan, and told as long as it holds.</summary>
public sealed class RunOutAlerts(Stores stores, AlertKeeper alerts, ServiceConfiguration configuration, TimeProvider time)
{
    /// <summary>The name of the alerts.</summary>
    public const string AlertName = "CapacityRunOut";

    private const string Sender = "capacity-forecast";

    /// <summary>How long an alert holds unless it is told again: some looks of the job.</summary>
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(10);

    private readonly AlertLease lease = new(ShortestLease);
    private Dictionary<string, PostedAlert> firing = [];

    /// <summary>Judges outlooks and remembers their levels.</summary>
    /// <exception cref="IOException">The levels can't be read or written.</exception>
    public async Task JudgeAsync(IReadOnlyList<Outlook> outlooks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outlooks);
        var before = await stores.State.Forecasts.ReadLevelsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var levels = outlooks.Where(o => o.Expected is not null).ToDictionary(
            o => o.Entry.Key.ToString(),
            o => (Outlook: o, Level: RunOutLevels.Decide(
                before.GetValueOrDefault(o.Entry.Key.ToString()), o.DateOf(o.Expected!.P10) - now, o.DateOf(o.Expected!.P50) - now, configuration.Forecast.LeadTime)));
        var found = levels.Where(l => l.Value.Level > RunOutLevel.None).ToDictionary(l => l.Key, l => l.Value);
        await stores.State.Forecasts.PutLevelsAsync(found.ToDictionary(l => l.Key, l => l.Value.Level), cancellationToken);
        var next = found.ToDictionary(f => $"{f.Value.Level}/{f.Key}", f => Alert(f.Value.Outlook, f.Value.Level, now));
        List<PostedAlert> over = [.. firing.Where(f => !next.ContainsKey(f.Key)).Select(f => f.Value with { EndsAt = now })];
        firing = next.ToDictionary(n => n.Key, n => n.Value with { StartsAt = firing.TryGetValue(n.Key, out var known) ? known.StartsAt : now });
        if (over.Count > 0)
        {
            await alerts.TakeAsync(over, Sender);
        }
    }

    /// <summary>Says again what holds.</summary>
    /// <exception cref="IOException">The alerts are on the board, but not on disk.</exception>
    public Task<int> TellAsync()
    {
        var until = lease.Renew(time.GetUtcNow());
        return firing.Count == 0 ? Task.FromResult(0) : alerts.TakeAsync([.. firing.Values.Select(a => a with { EndsAt = until })], Sender);
    }

    private PostedAlert Alert(Outlook outlook, RunOutLevel level, DateTimeOffset now)
    {
        var (key, expected) = (outlook.Entry.Key, outlook.Expected!);
        var labels = new Dictionary<string, string>
        {
            ["alertname"] = AlertName, ["severity"] = Words.Of(level), ["cluster"] = configuration.ClusterName, ["resource"] = Words.Of(key.Resource),
        };
        if (key.Cut.Level != CutLevel.Cluster)
        {
            labels[Words.Of(key.Cut.Level)] = key.Cut.Name;
        }

        return new(
            LabelSet.Create(labels),
            AnnotationSet.Create(new Dictionary<string, string>
            {
                ["summary"] = $"{Sentence(key)} runs out {In(outlook.DateOf(expected.P50), now)} (p50), could be {In(outlook.DateOf(expected.P10), now)} (p10).",
                ["description"] = string.Join(' ', ForecastReasons.Of(outlook, configuration.Forecast.LeadTime)),
                ["runbook_url"] = $"{configuration.Checks.Runbooks ?? new Uri(configuration.Address, "/runbooks").ToString()}#{AlertName.ToLowerInvariant()}",
            }),
            new Uri(configuration.Address, Links.To(key)).ToString(),
            now,
            null);
    }

    private static string Sentence(DemandKey key) => $"{key.Resource switch { DemandResource.Cpus => "CPU", DemandResource.Memory => "Memory", DemandResource.Disk => "Disk", _ => "GPU" }} capacity of {key.Cut}";

    private static string In(DateTimeOffset? date, DateTimeOffset now) => date is not { } at ? "later than the forecast reaches"
        : at <= now ? "now" : $"in {Show.Counted((int)Math.Ceiling((at - now).TotalDays), "day")}";
}
