using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>The masters' registry and its replicated log. A leader that can't write it for 20 seconds exits.</summary>
internal static class RegistryRules
{
    /// <summary>Masters repeat the time of their last write until the next one, be it hours later.</summary>
    private static readonly TimeSpan RecentWrite = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosRegistryQueueing", "Writes wait for the Mesos registry.", CheckBasis.Masters, Queueing)
        {
            Standard = Critical(Minutes(2)).Beyond(5, 0), Unit = "writes", Identity = ["master"],
        },
        new("MesosRegistrySlow", "Writing the Mesos registry takes long.", CheckBasis.Masters, Slow)
        {
            Standard = Warning(Minutes(2)).Beyond(1, 0.5), Unit = "seconds", Identity = ["master"],
        },
        new("MesosLogNotRecovered", "A Mesos master's replica of the registry log does not catch up.", CheckBasis.Masters, NotRecovered)
        {
            Standard = Warning(Minutes(5)), Identity = ["master"],
        },
    ];

    private static CheckLook Queueing(CheckScene scene) => OfLeader(scene, leader => leader.QueuedRegistryOperations is { } queued
        ? new(scene.LabelsOf("master", leader.Address), queued, $"{queued:0} writes wait for the registry of master {leader.Address}: look at the disks of all masters.")
        : null);

    private static CheckLook Slow(CheckScene scene) => OfLeader(scene, leader =>
        leader.Figures.TryGetValue("registrar/state_store_ms", out var milliseconds) && scene.Now - scene.Past.RegistryWrittenAt < RecentWrite
            ? new(scene.LabelsOf("master", leader.Address), milliseconds / 1000, $"The last write of the registry of master {leader.Address} took {milliseconds / 1000:0.##} s.")
            : null);

    private static CheckLook NotRecovered(CheckScene scene) => CheckLook.Whole(scene.Picture.Masters.Where(m => m.LogRecovered == false)
        .Select(m => new CheckReading(scene.LabelsOf("master", m.Address), 1, $"The replica of master {m.Address} has not caught up: it does not count towards the quorum.")));

    private static CheckLook OfLeader(CheckScene scene, Func<MasterReading, CheckReading?> read) =>
        scene.Picture.Masters.FirstOrDefault(m => m.Address == scene.Picture.Leader?.Address) is { } leader
            ? CheckLook.Whole(read(leader) is { } reading ? [reading] : [])
            : CheckLook.Blind("no master leads");
}
