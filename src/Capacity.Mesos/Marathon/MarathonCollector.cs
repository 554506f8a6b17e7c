using Capacity.Core.Cluster;
using Capacity.Mesos.Http;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Marathon;

/// <summary>Asks each Marathon what it runs, what waits and why.</summary>
/// <remarks>
/// A standby passes every request on to the leader, with narrow limits; each answer names the leader, so large lists are asked
/// of that one directly where the user named it. Several addresses of one Marathon give one reading.
/// </remarks>
internal sealed class MarathonCollector(JsonFetcher fetcher, IReadOnlyList<Source> marathons)
{
    public async Task<(IReadOnlyList<MarathonReading> Readings, IReadOnlyList<SourceReading> Sources)> CollectAsync(CancellationToken cancellationToken)
    {
        var infos = await Task.WhenAll(marathons.Select(async m => (
            Source: m, Info: await fetcher.FollowAsync(m, "/v2/info", MarathonJson.Default.MarathonInfoJson, cancellationToken))));
        var sources = infos.Select(i => i.Info.Reading).ToList();
        var readings = new List<MarathonReading>();
        foreach (var (source, info) in infos.Where(i => i.Info.Succeeded).DistinctBy(i => i.Info.Value!.FrameworkId ?? i.Source.Address.ToString()))
        {
            readings.Add(await ReadAsync(Leader(source, info.Headers), info.Value!, sources, cancellationToken));
        }

        return (readings, sources);
    }

    private Source Leader(Source asked, AnswerHeaders headers) => headers.MarathonLeader is { } leader
        ? marathons.FirstOrDefault(m => m.Address == HostPort.Of(leader)) ?? asked
        : asked;

    private async Task<MarathonReading> ReadAsync(Source source, MarathonInfoJson info, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        // At the same time: a Marathon that hangs takes one time-out and not four.
        var readingApps = fetcher.FollowAsync(
            source, "/v2/apps?embed=apps.counts&embed=apps.deployments&embed=apps.lastTaskFailure", MarathonJson.Default.MarathonAppsJson, cancellationToken);
        var readingTasks = fetcher.FollowAsync(source, "/v2/tasks", MarathonJson.Default.MarathonTasksJson, cancellationToken);
        var readingQueue = fetcher.FollowAsync(source, "/v2/queue", MarathonJson.Default.MarathonQueueJson, cancellationToken);
        var readingPods = fetcher.FollowAsync(source, "/v2/pods/::status", MarathonJson.Default.ListMarathonPodJson, cancellationToken);
        await Task.WhenAll(readingApps, readingTasks, readingQueue, readingPods);
        var (apps, tasks, queue, pods) = (await readingApps, await readingTasks, await readingQueue, await readingPods);
        sources.AddRange([apps.Reading, tasks.Reading, queue.Reading]);

        // Pods came with Marathon 1.4. A Marathon without them is whole.
        if (pods.Reading.Failure?.Reason != FailureReason.NotFound)
        {
            sources.Add(pods.Reading);
        }

        return MarathonMapping.Reading(info, apps.Value, tasks.Value, pods.Value, queue.Value);
    }
}
