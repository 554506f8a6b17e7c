using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>ZooKeeper's servers.</summary>
internal static class ZooKeeperRules
{
    private static readonly string[] OfServer = ["zookeeper"];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("ZooKeeperNoQuorum", "ZooKeeper has no quorum.", CheckBasis.ZooKeeper, NoQuorum)
        {
            Standard = Critical(Minutes(1)).Beyond(0, 0), IsBelow = true, Kind = AlertKind.ControlLost, Unit = "servers beyond the quorum",
        },
        new("ZooKeeperNotRedundant", "No more server of ZooKeeper may fail.", CheckBasis.ZooKeeper, NotRedundant)
        {
            Standard = Critical(Minutes(8)).Beyond(1, 1), IsBelow = true, Unit = "servers beyond the quorum",
        },
        new("ZooKeeperServerDown", "A server of ZooKeeper does not serve.", CheckBasis.ZooKeeper, ServerDown)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.Service, Identity = OfServer,
        },
        new("ZooKeeperSlow", "ZooKeeper answers slowly.", CheckBasis.ZooKeeper, s => OfServers(s, z => z.AverageLatencyMilliseconds / 1000, v => $"a request took {v:0.###} s on average since its start"))
        {
            Standard = Warning(Minutes(5)).Beyond(0.1, 0.05), Unit = "seconds", Identity = OfServer,
        },
        new("ZooKeeperQueueing", "Requests wait for ZooKeeper.", CheckBasis.ZooKeeper, s => OfServers(s, z => z.OutstandingRequests, v => $"{v:0} requests wait"))
        {
            Standard = Warning(Minutes(5)).Beyond(10, 2), Unit = "requests", Identity = OfServer,
        },
        new("ZooKeeperFileDescriptorsLow", "A server of ZooKeeper has hardly any file descriptors left.", CheckBasis.ZooKeeper, FileDescriptors)
        {
            Standard = Warning(Minutes(5)).Beyond(0.85, 0.75), Unit = "ratio", Identity = OfServer,
        },
    ];

    private static CheckLook NoQuorum(CheckScene scene) => Margin(scene, fewest: 1);

    /// <summary>Fewer than three servers never were redundant.</summary>
    private static CheckLook NotRedundant(CheckScene scene) => Margin(scene, fewest: 3);

    private static CheckLook Margin(CheckScene scene, int fewest)
    {
        var readings = scene.Picture.ZooKeeper!.Readings;
        var voters = Answered(scene).Select(z => (int?)z.QuorumSize).Max() ?? readings.Count(r => r is not ZooKeeperReading.Answered { Server.Mode: ZooKeeperMode.Observer });
        if (voters > readings.Count)
        {
            return CheckLook.Blind($"only {readings.Count} of ZooKeeper's {voters} servers are asked");
        }

        var serving = readings.Count(Serves);
        var quorum = (voters / 2) + 1;
        return CheckLook.Whole(voters < fewest ? [] : [new(LabelSet.Empty, serving - quorum, $"{serving} of ZooKeeper's {voters} servers serve, and {quorum} are needed.")]);
    }

    private static bool Serves(ZooKeeperReading reading) => reading switch
    {
        ZooKeeperReading.Answered { Server.Mode: ZooKeeperMode.Leader or ZooKeeperMode.Follower or ZooKeeperMode.Standalone } => true,
        ZooKeeperReading.Failed { Failure: ZooKeeperFailure.NotAllowed } => true,
        _ => false,
    };

    private static CheckLook ServerDown(CheckScene scene) => CheckLook.Whole(scene.Picture.ZooKeeper!.Readings.Select(r => r switch
    {
        ZooKeeperReading.Failed { Failure: not ZooKeeperFailure.NotAllowed and var failure } => Of(scene, failure.Server, 1, $"ZooKeeper {failure}."),
        ZooKeeperReading.Answered { Server: { Mode: ZooKeeperMode.NotServing or ZooKeeperMode.ReadOnly } server } => Of(scene, server.Address, 1, $"ZooKeeper {server.Address} runs and serves nobody: it is cut off from the others."),
        _ => null,
    }).OfType<CheckReading>());

    private static CheckLook FileDescriptors(CheckScene scene) => OfServers(
        scene,
        z => z is { OpenFileDescriptors: { } open, MaxFileDescriptors: > 0 and { } most } ? (double)open / most : null,
        v => $"{100 * v:0} % of its file descriptors are in use");

    /// <summary>A server that does not say is as it was.</summary>
    private static CheckLook OfServers(CheckScene scene, Func<ZooKeeperServer, double?> read, Func<double, string> describe)
    {
        var readings = Answered(scene).Select(z => (Server: z, Value: read(z))).Where(z => z.Value is not null)
            .Select(z => Of(scene, z.Server.Address, z.Value!.Value, $"ZooKeeper {z.Server.Address}: {describe(z.Value.Value)}."));
        return Answered(scene).Count() < scene.Picture.ZooKeeper!.Readings.Count ? CheckLook.Partly(readings, "not every server answers") : CheckLook.Whole(readings);
    }

    private static IEnumerable<ZooKeeperServer> Answered(CheckScene scene) => scene.Picture.ZooKeeper!.Readings.OfType<ZooKeeperReading.Answered>().Select(r => r.Server);

    private static CheckReading Of(CheckScene scene, HostPort address, double value, string detail) => new(scene.LabelsOf("zookeeper", address), value, detail);
}
