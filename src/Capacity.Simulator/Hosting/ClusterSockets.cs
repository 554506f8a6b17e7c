using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Capacity.Core.Cluster;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Hosting;

/// <summary>A bound socket for each server, so that all addresses are known before the first request is answered.</summary>
internal sealed class ClusterSockets : IDisposable
{
    private readonly Dictionary<HostPort, Socket> sockets = [];

    private ClusterSockets()
    {
    }

    public WorldAddresses Addresses { get; private set; } = new([], [], [], []);

    /// <summary>Binds all sockets.</summary>
    /// <exception cref="IOException">An address is taken.</exception>
    public static ClusterSockets Bind(SimulationOptions options)
    {
        var result = new ClusterSockets();
        try
        {
            List<HostPort> Servers(int count, int group, int port) =>
                [.. Enumerable.Range(0, count).Select(i => result.Bind(options.BindMode, (10 * options.AddressBlock) + group, i, port))];
            result.Addresses = new(
                Servers(options.Masters, 2, 5050),
                Servers(options.Agents, 3, 5051),
                [.. Servers(2 * options.Marathons, 4, 8080).Chunk(2)],
                Servers(options.ZooKeepers, 5, 2181));
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Binds a socket to an address that one was bound to before.</summary>
    public static Socket Bind(IPEndPoint endPoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"Cannot listen on {endPoint}: {e.Message}", e);
        }
    }

    /// <summary>Hands over a socket; whoever takes it disposes of it.</summary>
    public Socket Take(HostPort address) =>
        sockets.Remove(address, out var socket) ? socket : throw new InvalidOperationException($"{address} is not bound.");

    /// <summary>Closes what nobody took.</summary>
    public void Dispose()
    {
        foreach (var socket in sockets.Values)
        {
            socket.Dispose();
        }
    }

    private HostPort Bind(BindMode mode, int group, int index, int port)
    {
        var host = mode == BindMode.Ports
            ? "127.0.0.1"
            : string.Create(CultureInfo.InvariantCulture, $"127.{group}.{index / 250}.{(index % 250) + 1}");
        var socket = Bind(new IPEndPoint(IPAddress.Parse(host), mode == BindMode.Ports ? 0 : port));
        var address = new HostPort(host, ((IPEndPoint)socket.LocalEndPoint!).Port);
        sockets[address] = socket;
        return address;
    }
}
