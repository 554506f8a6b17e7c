using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Capacity.Server.Api.Series;

/// <summary>Tells a name that nobody ever heard of from one of which there is nothing in a stretch of time.</summary>
internal sealed class SeriesSubjects(ClusterWatch watch, Stores stores, TimeProvider time)
{
    /// <summary>Gets all that is stored, in one bucket of whole days, so that summaries answer.</summary>
    private SeriesRange Ever => new(DateTimeOffset.UnixEpoch, Today.AddDays(2), Today.AddDays(2) - DateTimeOffset.UnixEpoch);

    private DateTimeOffset Today => new(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>Answers for an app without a series.</summary>
    /// <returns>The problem, or <see langword="null"/> where the app is known.</returns>
    public async Task<ProblemHttpResult?> MissingAsync(AppKey app, CancellationToken cancellationToken) =>
        watch.Latest is { } report && (report.Apps.Any(a => a.Key == app) || report.Picture.Marathons.Any(m => m.Apps.Any(a => a.Key == app)))
        || (await stores.Samples.ReadAppAsync(app, Ever, cancellationToken)).Buckets.Any(IsSeen)
            ? null
            : Unheard($"Nobody ever saw an app '{app.Id}' of framework '{app.Framework}'.");

    /// <summary>Answers for an agent without a series.</summary>
    /// <returns>The problem, or <see langword="null"/> where the agent is known.</returns>
    public async Task<ProblemHttpResult?> MissingAsync(AgentName agent, CancellationToken cancellationToken) =>
        watch.Latest?.Agents.Any(a => a.Agent.Name == agent) == true
        || (await stores.State.Inventory.ReadAgentsAsync(cancellationToken)).Any(a => a.Name == agent)
        || (await stores.Samples.ReadAgentAsync(agent, Ever, cancellationToken)).Buckets.Any(b => b.Looks > 0)
            ? null
            : Unheard($"Nobody ever saw an agent {agent}.");

    /// <summary>Answers for a zone without a series.</summary>
    /// <returns>The problem, or <see langword="null"/> where the zone is known.</returns>
    public async Task<ProblemHttpResult?> MissingAsync(string zone, CancellationToken cancellationToken) =>
        watch.Latest?.Zones.Any(z => z.Name == zone) == true
        || (await stores.State.Inventory.ReadAgentsAsync(cancellationToken)).Any(a => a.Zone == zone)
        || (await stores.Samples.ReadGroupsAsync(Ever, cancellationToken)).Any(g => g.Group is GroupKey.Zone(var name) && name == zone)
            ? null
            : Unheard($"Nobody ever saw a zone '{zone}'.");

    /// <summary>Whether an app was there in a stretch of time.</summary>
    public static bool IsSeen(UsageBucket bucket) => bucket.Instances > 0 || bucket.MemoryBytes is not null;

    private ProblemHttpResult Unheard(string detail) => watch.Unknown is { } reason
        ? TypedResults.Problem($"Nothing is known of the cluster yet: {reason}.", statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
