using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>A session with one server that only reads: it sets no watch, writes nothing, and has one request in flight.</summary>
/// <remarks>Not for use by several callers at a time. Disposing it closes the session, so that the server need not wait for its end.</remarks>
internal sealed class ZooKeeperSession : IAsyncDisposable
{
    private const int PingXid = -2;
    private const int AuthXid = -4;

    private readonly JuteConnection connection;
    private readonly ZooKeeperOptions options;
    private readonly TimeProvider time;
    private readonly ExchangeRecorder recorder;
    private int lastXid;

    private ZooKeeperSession(
        HostPort server, JuteConnection connection, TimeSpan timeout, ZooKeeperOptions options, TimeProvider time, ExchangeRecorder recorder)
    {
        Server = server;
        Timeout = timeout;
        this.connection = connection;
        this.options = options;
        this.time = time;
        this.recorder = recorder;
    }

    public HostPort Server { get; }

    /// <summary>Gets the silence after which the server ends the session.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Gets whether requests may still be sent: none has failed or was cancelled.</summary>
    public bool IsUsable { get; private set; } = true;

    public static async Task<ZooKeeperAnswer<ZooKeeperSession>> OpenAsync(
        HostPort server, ZooKeeperOptions options, TimeProvider time, ExchangeRecorder recorder, CancellationToken cancellationToken)
    {
        const string asked = "connect";
        JuteConnection? connection = null;
        try
        {
            using var limit = new TimeLimit(options.RequestTimeout, time, cancellationToken);
            connection = await JuteConnection.OpenAsync(server, options.MaxPacketBytes, limit.Token);
            var timeout = await Handshake.ShakeAsync(connection, options.SessionTimeout, limit.Token);
            var session = new ZooKeeperSession(server, connection, timeout, options, time, recorder);
            connection = null;
            return await session.AuthenticateAsync(cancellationToken) is { } failure
                ? await session.AbandonAsync(failure)
                : new ZooKeeperAnswer<ZooKeeperSession>.Got(session);
        }
        catch (Exception e) when (NetworkFault.IsExpected(e, cancellationToken))
        {
            return new ZooKeeperAnswer<ZooKeeperSession>.Broken(NetworkFault.ToFailure(e, server, asked, options.RequestTimeout));
        }
        finally
        {
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    public Task<ZooKeeperAnswer<ZNodeStat>> ExistsAsync(string path, CancellationToken cancellationToken) => ReadAsync(
        OpCode.Exists, "exists", path, ZNodeStat.Read, static stat => JsonSerializer.SerializeToUtf8Bytes(stat, ZooKeeperJson.Default.ZNodeStat), cancellationToken);

    public Task<ZooKeeperAnswer<List<string>>> GetChildrenAsync(string path, CancellationToken cancellationToken) => ReadAsync(
        OpCode.GetChildren, "getChildren", path, ReadNames, static names => JsonSerializer.SerializeToUtf8Bytes(names, ZooKeeperJson.Default.ListString), cancellationToken);

    public Task<ZooKeeperAnswer<byte[]>> GetDataAsync(string path, CancellationToken cancellationToken) => ReadAsync(
        OpCode.GetData, "getData", path, static (ref JuteReader reader) => reader.Bytes().ToArray(), static data => data, cancellationToken);

    /// <summary>Keeps the session alive.</summary>
    /// <returns><see langword="null"/>, or why the session is of no more use.</returns>
    public Task<ZooKeeperFailure?> PingAsync(CancellationToken cancellationToken) =>
        ConfirmAsync("ping", PingXid, new JuteWriter().Int(PingXid).Int((int)OpCode.Ping), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            try
            {
                using var limit = new TimeLimit(options.RequestTimeout, time, CancellationToken.None);
                await connection.SendAsync(new JuteWriter().Int(++lastXid).Int((int)OpCode.CloseSession).ToPacket(), limit.Token);
                await connection.ReceiveAsync(limit.Token);
            }
            catch (Exception e) when (NetworkFault.IsExpected(e, CancellationToken.None))
            {
                // The server ends the session by itself after its time-out; there is nothing left to read from it.
            }
        }

        await connection.DisposeAsync();
    }

    private static List<string> ReadNames(ref JuteReader reader)
    {
        var names = reader.Texts();
        return names.Find(static name => !ZNodePath.IsValidName(name)) is { } bad
            ? throw new InvalidDataException($"a child named '{NetworkFault.OneLine(bad, 60)}'")
            : names;
    }

    private async Task<ZooKeeperFailure?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (options.Credentials is not { } credentials)
        {
            return null;
        }

        var request = new JuteWriter()
            .Int(AuthXid)
            .Int((int)OpCode.Auth)
            .Int(0)
            .Text("digest")
            .Bytes(Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password}"));
        return await ConfirmAsync("addauth", AuthXid, request, cancellationToken);
    }

    private async Task<ZooKeeperAnswer<ZooKeeperSession>> AbandonAsync(ZooKeeperFailure failure)
    {
        await DisposeAsync();
        return new ZooKeeperAnswer<ZooKeeperSession>.Broken(failure);
    }

    private async Task<ZooKeeperFailure?> ConfirmAsync(string asked, int xid, JuteWriter request, CancellationToken cancellationToken) =>
        await CallAsync(asked, xid, request, static (ref JuteReader _) => true, cancellationToken) switch
        {
            ZooKeeperAnswer<bool>.Refused(_, var failure) => failure,
            ZooKeeperAnswer<bool>.Broken(var failure) => failure,
            _ => null,
        };

    private async Task<ZooKeeperAnswer<T>> ReadAsync<T>(
        OpCode op, string method, string path, ReadValue<T> read, Func<T, byte[]> toBody, CancellationToken cancellationToken)
    {
        var exchange = recorder.Begin(Server, method, path);
        var request = new JuteWriter().Int(++lastXid).Int((int)op).Text(path).Bool(false);
        var answer = await CallAsync($"{method} {path}", lastXid, request, read, cancellationToken);
        (byte[] Body, string? Error) kept = answer switch
        {
            ZooKeeperAnswer<T>.Got(var value) => (recorder.IsOn ? toBody(value) : [], null),
            ZooKeeperAnswer<T>.Refused(var code, _) => ([], code.ToString()),
            ZooKeeperAnswer<T>.Broken(var failure) => ([], failure.Reason),
            _ => throw new UnreachableException(),
        };
        await recorder.EndAsync(exchange, kept.Body, kept.Error, cancellationToken);
        return answer;
    }

    private async Task<ZooKeeperAnswer<T>> CallAsync<T>(
        string asked, int xid, JuteWriter request, ReadValue<T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(!IsUsable, this);

        // Whoever leaves in the middle, cancelled or failed, leaves half an answer in the stream.
        IsUsable = false;
        try
        {
            using var limit = new TimeLimit(options.RequestTimeout, time, cancellationToken);
            await connection.SendAsync(request.ToPacket(), limit.Token);
            var answer = ReadAnswer(asked, xid, await connection.ReceiveAsync(limit.Token), read);
            IsUsable = answer is not ZooKeeperAnswer<T>.Broken;
            return answer;
        }
        catch (Exception e) when (NetworkFault.IsExpected(e, cancellationToken))
        {
            return new ZooKeeperAnswer<T>.Broken(NetworkFault.ToFailure(e, Server, asked, options.RequestTimeout));
        }
    }

    private ZooKeeperAnswer<T> ReadAnswer<T>(string asked, int xid, byte[] packet, ReadValue<T> read)
    {
        var reader = new JuteReader(packet);
        var answered = reader.Int();
        if (answered != xid)
        {
            throw new InvalidDataException($"the answer to request {answered}, not to {xid}");
        }

        _ = reader.Long(); // zxid of the server
        var error = (ErrorCode)reader.Int();
        var name = Enum.IsDefined(error) ? error.ToString() : $"error {(int)error}";
        return error switch
        {
            ErrorCode.Ok => new ZooKeeperAnswer<T>.Got(read(ref reader)),
            ErrorCode.NoNode or ErrorCode.NoAuth => new ZooKeeperAnswer<T>.Refused(error, new ZooKeeperFailure.Refused(Server, asked, name)),
            _ => new ZooKeeperAnswer<T>.Broken(new ZooKeeperFailure.Refused(Server, asked, name)),
        };
    }
}
