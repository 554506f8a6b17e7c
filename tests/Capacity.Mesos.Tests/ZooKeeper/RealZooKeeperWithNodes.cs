using System.Globalization;
using System.Text;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A real server that allows <c>mntr</c> and has the nodes of a small cluster.</summary>
public sealed class RealZooKeeperWithNodes() : RealZooKeeper(0, "4lw.commands.whitelist=mntr,srvr,ruok,stat")
{
    public const int Apps = 5_000;
    public const int BigBytes = 700_000;
    private NodeMaker? maker;

    public override async ValueTask DisposeAsync()
    {
        await (maker?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }

    protected override async Task PrepareAsync()
    {
        maker = await NodeMaker.ConnectAsync(Address, CancellationToken.None);
        await maker.CreateAsync(
        [
            new("/mesos"),
            new("/mesos/json.info_0000000003") { Data = Master(1), Ephemeral = true },
            new("/mesos/json.info_0000000011") { Data = Master(2), Ephemeral = true },
            new("/mesos/log_replicas"),
            new("/mesos/log_replicas/0000000001") { Data = new byte[60] },
            new("/marathon") { Data = new byte[10] },
            new("/marathon/big") { Data = new byte[BigBytes] },
            new("/marathon/apps"),
            .. Enumerable.Range(0, Apps).Select(static i => new NewNode(string.Create(CultureInfo.InvariantCulture, $"/marathon/apps/app-{i:D4}"))),
            new("/secret") { Owner = "user:secret" },
            new("/secret/inside") { Data = new byte[5], Owner = "user:secret" },
        ]);
    }

    private static byte[] Master(int number) => Encoding.UTF8.GetBytes(
        $$"""{"address":{"hostname":"m{{number}}.test","ip":"10.0.0.{{number}}","port":5050},"id":"id-{{number}}","pid":"master@10.0.0.{{number}}:5050","version":"1.11.0"}""");
}
