using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>Makes nodes in a real server. Ephemeral ones live as long as this does.</summary>
internal sealed class NodeMaker : IAsyncDisposable
{
    private const int CreateOp = 1;
    private const int AllRights = 31;
    private const int RightToCreate = 4;
    private const int MaxPacketBytes = 1 << 20;
    private readonly JuteConnection connection;

    private NodeMaker(JuteConnection connection) => this.connection = connection;

    public static async Task<NodeMaker> ConnectAsync(HostPort server, CancellationToken cancellationToken)
    {
        var connection = await JuteConnection.OpenAsync(server, MaxPacketBytes, cancellationToken);
        await Handshake.ShakeAsync(connection, TimeSpan.FromMinutes(10), cancellationToken);
        return new(connection);
    }

    public async Task CreateAsync(IReadOnlyList<NewNode> nodes)
    {
        var sending = SendAsync(nodes);
        foreach (var node in nodes)
        {
            Check(await connection.ReceiveAsync(CancellationToken.None), node.Path);
        }

        await sending;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static void Check(byte[] answer, string path)
    {
        var reader = new JuteReader(answer);
        _ = reader.Int();
        _ = reader.Long();
        var error = (ErrorCode)reader.Int();
        if (error != ErrorCode.Ok)
        {
            throw new InvalidOperationException($"{path}: {error}");
        }
    }

    private async Task SendAsync(IReadOnlyList<NewNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var request = new JuteWriter().Int(i + 1).Int(CreateOp).Text(node.Path).Bytes(node.Data);
            Permit(request, node.Owner);
            request.Int(node.Ephemeral ? 1 : 0);
            await connection.SendAsync(request.ToPacket(), CancellationToken.None);
        }
    }

    private static JuteWriter Permit(JuteWriter request, string? owner) => owner is null
        ? request.Int(1).Int(AllRights).Text("world").Text("anyone")
        : request.Int(2).Int(AllRights).Text("digest").Text(Digest(owner)).Int(RightToCreate).Text("world").Text("anyone");

    [SuppressMessage("Security", "CA5350", Justification = "ZooKeeper's digest scheme is SHA-1.")]
    private static string Digest(string owner) =>
        $"{owner.Split(':')[0]}:{Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(owner)))}";
}
