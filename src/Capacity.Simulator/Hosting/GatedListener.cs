using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Capacity.Simulator.Hosting;

/// <summary>A listener that can stop to listen without its server knowing. While closed its address stays bound, so nobody else gets it.</summary>
/// <param name="endPoint">Where it listens.</param>
/// <param name="listen">Listens on a bound socket.</param>
internal sealed class GatedListener(IPEndPoint endPoint, Func<IPEndPoint, Socket, CancellationToken, ValueTask<IConnectionListener>> listen)
    : IConnectionListener
{
    private readonly ConcurrentDictionary<ConnectionContext, byte> connections = new();
    private readonly SemaphoreSlim changing = new(1);
    private TaskCompletionSource<IConnectionListener?> current = New();
    private IConnectionListener? open;
    private Socket? placeholder;
    private bool isUnbound;

    public EndPoint EndPoint => endPoint;

    public async Task OpenAsync(Socket socket, CancellationToken cancellationToken)
    {
        open = await listen(endPoint, socket, cancellationToken);
        current.TrySetResult(open);
    }

    public async ValueTask SetAsync(bool isOpen, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            if (isUnbound || isOpen == open is not null)
            {
                return;
            }

            if (isOpen)
            {
                var socket = placeholder ?? ClusterSockets.Bind(endPoint);
                placeholder = null;
                await OpenAsync(socket, cancellationToken);
                return;
            }

            current = New();
            await CloseAsync(cancellationToken);
            placeholder = ClusterSockets.Bind(endPoint);
        }
        finally
        {
            changing.Release();
        }
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (await current.Task.WaitAsync(cancellationToken) is not { } listener)
            {
                return null;
            }

            if (await listener.AcceptAsync(cancellationToken) is { } connection)
            {
                connections[connection] = 0;
                connection.ConnectionClosed.Register(() => connections.TryRemove(connection, out _));
                return connection;
            }

            if (isUnbound)
            {
                return null;
            }

            // It was closed just now; whoever did that has set another task to wait for, or is about to.
            await Task.Yield();
        }
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        isUnbound = true;
        current.TrySetResult(null);
        if (open is { } listener)
        {
            await listener.UnbindAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        isUnbound = true;
        await CloseAsync(default);
        placeholder?.Dispose();
        changing.Dispose();
    }

    private static TaskCompletionSource<IConnectionListener?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (open is not { } listener)
        {
            return;
        }

        open = null;
        await listener.UnbindAsync(cancellationToken);
        await listener.DisposeAsync();
        foreach (var connection in connections.Keys)
        {
            connection.Abort(new ConnectionAbortedException("The server has died."));
        }
    }
}
