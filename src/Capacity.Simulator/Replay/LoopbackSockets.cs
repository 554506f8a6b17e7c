using System.Net;
using System.Net.Sockets;
using Capacity.Core.Cluster;

namespace Capacity.Simulator.Replay;

/// <summary>A bound socket for each host, so that all ports are known before the first request is answered.</summary>
internal sealed class LoopbackSockets : IDisposable
{
    private readonly Dictionary<int, Socket> sockets = [];
    private readonly Dictionary<HostPort, HostPort> listeners = [];

    /// <summary>Gets the address that stands for each host.</summary>
    public IReadOnlyDictionary<HostPort, HostPort> Listeners => listeners;

    /// <summary>Binds a socket for each host.</summary>
    /// <param name="portBase">The port of the first host; <see langword="null"/> for any that is free.</param>
    /// <exception cref="IOException">A port is taken, or beyond 65535.</exception>
    public static LoopbackSockets Bind(IEnumerable<HostPort> hosts, int? portBase)
    {
        var result = new LoopbackSockets();
        var next = portBase ?? 0;
        foreach (var host in hosts.OrderBy(h => h.Host, StringComparer.Ordinal).ThenBy(h => h.Port))
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, next));
            }
            catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
            {
                socket.Dispose();
                result.Dispose();
                throw new IOException($"Cannot listen on port {next} for {host}: {(e is SocketException ? e.Message : "ports end at 65535")}", e);
            }

            var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            result.sockets[port] = socket;
            result.listeners[host] = new("127.0.0.1", port);
            next = portBase is null ? 0 : next + 1;
        }

        return result;
    }

    /// <summary>Hands over a socket; whoever takes it disposes of it.</summary>
    public Socket Take(int port) => sockets.Remove(port, out var socket) ? socket : throw new InvalidOperationException($"Port {port} is not bound.");

    /// <summary>Closes what nobody took.</summary>
    public void Dispose()
    {
        foreach (var socket in sockets.Values)
        {
            socket.Dispose();
        }
    }
}
