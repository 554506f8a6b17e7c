using System.Net;
using System.Net.Sockets;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A loopback port where nobody listens, and that nobody else can take meanwhile.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new("127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port);
    }

    public HostPort Address { get; }

    public void Dispose() => socket.Dispose();
}
