using System.Buffers.Binary;
using System.Net.Sockets;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>A TCP connection that carries whole packets, one at a time in each direction.</summary>
internal sealed class JuteConnection(Socket socket, int maxPacketBytes) : IAsyncDisposable
{
    private readonly NetworkStream stream = new(socket, ownsSocket: true);

    public static async Task<JuteConnection> OpenAsync(HostPort server, int maxPacketBytes, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
            return new(socket, maxPacketBytes);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public ValueTask SendAsync(byte[] packet, CancellationToken cancellationToken) => stream.WriteAsync(packet, cancellationToken);

    /// <summary>Receives one packet without its length.</summary>
    /// <exception cref="EndOfStreamException">The other side closed the connection before the packet was whole.</exception>
    /// <exception cref="InvalidDataException">The packet is longer than allowed, or its length is negative.</exception>
    public async Task<byte[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        var header = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(header, cancellationToken);
        var length = BinaryPrimitives.ReadInt32BigEndian(header);
        if (length < 0 || length > maxPacketBytes)
        {
            throw new InvalidDataException($"a packet of {length} bytes, where at most {maxPacketBytes} are accepted");
        }

        var packet = new byte[length];
        await stream.ReadExactlyAsync(packet, cancellationToken);
        return packet;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
