using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Capacity.Core.Cluster;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Capacity.Simulator.Hosting;

/// <summary>Listens on bound sockets, each of which can be closed and opened again, as servers die and come back.</summary>
internal sealed class GatedTransport : IConnectionListenerFactory
{
    private readonly ConcurrentDictionary<HostPort, GatedListener> listeners = new();
    private readonly ConcurrentDictionary<EndPoint, Socket> bound = new();
    private readonly SocketTransportFactory inner;
    private readonly Func<HostPort, Socket> take;

    /// <param name="take">Hands over the socket that was bound for an address.</param>
    public GatedTransport(Func<HostPort, Socket> take)
    {
        this.take = take;
        inner = new(
            Options.Create(new SocketTransportOptions
            {
                CreateBoundListenSocket = endPoint =>
                    bound.TryRemove(endPoint, out var socket) ? socket : throw new InvalidOperationException($"{endPoint} is not bound."),
            }),
            NullLoggerFactory.Instance);
    }

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var address = Address((IPEndPoint)endpoint);
        var listener = new GatedListener((IPEndPoint)endpoint, (at, socket, token) =>
        {
            bound[at] = socket;
            return inner.BindAsync(at, token);
        });
        await listener.OpenAsync(take(address), cancellationToken);
        listeners[address] = listener;
        return listener;
    }

    /// <summary>Lets clients in or refuses them. What is open is cut when they are refused.</summary>
    public ValueTask SetAsync(HostPort address, bool isOpen, CancellationToken cancellationToken) =>
        listeners.TryGetValue(address, out var listener) ? listener.SetAsync(isOpen, cancellationToken) : default;

    public static HostPort Address(IPEndPoint endPoint) => new(endPoint.Address.ToString(), endPoint.Port);
}
