using Capacity.Core.Cluster;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Marathon;

/// <summary>Turns what a Marathon says into the model.</summary>
internal static class MarathonMapping
{
    public static MarathonReading Reading(
        MarathonInfoJson info, MarathonAppsJson? apps, MarathonTasksJson? tasks, IReadOnlyList<MarathonPodJson>? pods, MarathonQueueJson? queue)
    {
        var framework = info.Name ?? "marathon";
        return new(
            info.FrameworkId,
            [.. (apps?.Apps ?? []).Where(a => a.Id is not null).Select(a => ToApp(framework, a))],
            [.. (queue?.Queue ?? []).Select(e => ToQueued(framework, e)).OfType<QueuedApp>()],
            AppIds(tasks, pods),
            [.. (apps?.Apps ?? []).Select(a => ToFailure(framework, a)).OfType<TaskFailure>()]);
    }

    private static MarathonApp ToApp(string framework, MarathonAppsJson.AppJson app) => new()
    {
        Key = new(framework, app.Id!),
        Instances = (int)(Scalars.ToCount(app.Instances) ?? 1),
        RunningInstances = (int?)Scalars.ToCount(app.TasksRunning),
        Request = Scalars.ToVector(app.Cpus, app.Mem, app.Disk, app.Gpus),
        Constraints = app.Constraints ?? [],
        Labels = app.Labels ?? [],
        Deploying = app.Deployments is { Count: > 0 },
        MaximumOverCapacityRatio = Scalars.ToFigure(app.UpgradeStrategy?.MaximumOverCapacity) ?? 1,
    };

    private static QueuedApp? ToQueued(string framework, MarathonQueueJson.EntryJson entry) =>
        (entry.App?.Id ?? entry.Pod?.Id) is not { } id || !(entry.Count > 0) ? null : new(
            new(framework, id),
            (int)(Scalars.ToCount(entry.Count) ?? 0),
            entry.Since,
            TimeSpan.FromSeconds(Scalars.ToFigure(entry.Delay?.TimeLeftSeconds) ?? 0),
            (entry.ProcessedOffersSummary?.RejectSummaryLastOffers ?? [])
                .Where(r => r.Reason is not null && r.Declined > 0)
                .DistinctBy(r => r.Reason)
                .ToDictionary(r => r.Reason!, r => Scalars.ToCount(r.Declined) ?? 0));

    private static TaskFailure? ToFailure(string framework, MarathonAppsJson.AppJson app) => app is not { Id: not null, LastTaskFailure: { } failure } ? null : new(
        new(framework, app.Id),
        failure.TaskId ?? string.Empty,
        failure.Timestamp,
        failure.Message?.Contains("Memory limit exceeded", StringComparison.Ordinal) ?? false,
        failure.Message?.Split('\n', 2)[0] ?? string.Empty);

    private static Dictionary<string, string> AppIds(MarathonTasksJson? tasks, IReadOnlyList<MarathonPodJson>? pods)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in tasks?.Tasks ?? [])
        {
            if (task is { Id: not null, AppId: not null })
            {
                ids[task.Id] = task.AppId;
            }
        }

        foreach (var pod in pods ?? [])
        {
            foreach (var container in (pod.Instances ?? []).SelectMany(i => i.Containers ?? []))
            {
                if (pod.Id is not null && container.ContainerId is not null)
                {
                    ids[container.ContainerId] = pod.Id;
                }
            }
        }

        return ids;
    }
}
