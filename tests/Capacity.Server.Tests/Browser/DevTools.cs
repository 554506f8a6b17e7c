using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Capacity.Server.Tests.Browser;

/// <summary>The browser's debugging protocol: commands and their answers, and events, as JSON over a web socket.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = new();
    private Task receiving = Task.CompletedTask;
    private int last;

    private DevTools()
    {
    }

    /// <summary>Happens for each event: its session, its name, what it says.</summary>
    public event Action<string?, string, JsonNode>? Received;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellationToken);
        tools.receiving = tools.ReceiveAsync();
        return tools;
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">The browser refuses it.</exception>
    public async Task<JsonNode> SendAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await receiving;
        socket.Dispose();
        sending.Dispose();
        stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await ReadAsync() is { } message)
            {
                if (message["id"] is { } id)
                {
                    Answer(waiting[id.GetValue<int>()], message);
                }
                else
                {
                    Received?.Invoke(message["sessionId"]?.GetValue<string>(), message["method"]!.GetValue<string>(), message["params"]!);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            foreach (var answer in waiting.Values)
            {
                answer.TrySetException(e);
            }
        }
    }

    private static void Answer(TaskCompletionSource<JsonNode> answer, JsonNode message)
    {
        if (message["error"] is { } error)
        {
            answer.TrySetException(new InvalidOperationException(error.ToJsonString()));
        }
        else
        {
            answer.TrySetResult(message["result"]!);
        }
    }

    private async Task<JsonNode?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), stop.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(message.ToArray());
    }
}
