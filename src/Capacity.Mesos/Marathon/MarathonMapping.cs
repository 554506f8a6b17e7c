using Capacity.Core.Cluster;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Marathon;

/// <summary>Turns what a Marathon says into the model.</summary>
internal static class MarathonMapping
{
    public static MarathonReading Reading(
        MarathonInfoJson info, MarathonAppsJson? apps, MarathonTasksJson? tasks, IReadOnlyList<MarathonPodJson?>? pods, MarathonQueueJson? queue)
    {
        var framework = info.MarathonConfig?.FrameworkName ?? "marathon";
        return new(
            info.FrameworkId,
            [.. (apps?.Apps).Present().Where(a => a.Id is not null).Select(a => ToApp(framework, a))],
            [.. (queue?.Queue).Present().Select(e => ToQueued(framework, e)).OfType<QueuedApp>()],
            AppIds(tasks, pods),
            [.. (apps?.Apps).Present().Select(a => ToFailure(framework, a)).OfType<TaskFailure>()]);
    }

    private static MarathonApp ToApp(string framework, MarathonAppsJson.AppJson app) => new()
    {
        Key = new(framework, app.Id!),
        Instances = Scalars.ToInt(app.Instances) ?? 1,
        RunningInstances = Scalars.ToInt(app.TasksRunning),
        Request = Scalars.ToVector(app.Cpus, app.Mem, app.Disk, app.Gpus),
        Constraints = [.. app.Constraints.Present().Select(c => c.Present().ToList())],
        Labels = (app.Labels ?? []).ToDictionary(l => l.Key, l => l.Value ?? string.Empty, StringComparer.Ordinal),
        Role = app.Role,
        AcceptedRoles = [.. app.AcceptedResourceRoles.Present()],
        IsResident = app.Residency is not null || app.Container?.Volumes.Present().Any(v => v.Persistent is not null) == true,
        Deploying = app.Deployments is { Count: > 0 },
        Version = app.VersionInfo?.LastConfigChangeAt ?? app.Version,
        MaximumOverCapacityRatio = Scalars.ToFigure(app.UpgradeStrategy?.MaximumOverCapacity) ?? 1,
    };

    private static QueuedApp? ToQueued(string framework, MarathonQueueJson.EntryJson entry) =>
        (entry.App?.Id ?? entry.Pod?.Id) is not { } id || !(entry.Count > 0) ? null : new(
            new(framework, id),
            Scalars.ToInt(entry.Count) ?? int.MaxValue,
            entry.Since,
            Scalars.ToSpan(entry.Delay?.TimeLeftSeconds) ?? TimeSpan.Zero,
            (entry.ProcessedOffersSummary?.RejectSummaryLastOffers).Present()
                .Where(r => r.Reason is not null && r.Declined > 0)
                .DistinctBy(r => r.Reason)
                .ToDictionary(r => r.Reason!, r => Scalars.ToCount(r.Declined) ?? 0));

    private static TaskFailure? ToFailure(string framework, MarathonAppsJson.AppJson app) => app is not { Id: not null, LastTaskFailure: { } failure } ? null : new(
        new(framework, app.Id),
        failure.TaskId ?? string.Empty,
        failure.Timestamp,
        failure.Message?.Contains("Memory limit exceeded", StringComparison.Ordinal) ?? false,
        failure.Message?.Split('\n', 2)[0] ?? string.Empty);

    private static Dictionary<string, string> AppIds(MarathonTasksJson? tasks, IReadOnlyList<MarathonPodJson?>? pods)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in (tasks?.Tasks).Present())
        {
            if (task is { Id: not null, AppId: not null })
            {
                ids[task.Id] = task.AppId;
            }
        }

        foreach (var pod in pods.Present())
        {
            foreach (var container in pod.Instances.Present().SelectMany(i => i.Containers.Present()))
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
