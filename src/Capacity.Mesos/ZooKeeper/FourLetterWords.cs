using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Asks a server for its state with <c>mntr</c>, and with <c>srvr</c> where only that is allowed.</summary>
internal sealed class FourLetterWords(TimeSpan limit, TimeProvider time, ExchangeRecorder recorder)
{
    // mntr of 3.8 is 16 kB; a leader of many learners has more.
    private const int MaxBodyBytes = 1 << 20;

    public async Task<ZooKeeperReading> ReadAsync(HostPort server, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var parsed = await AskAndParseAsync(server, FourLetterWord.Mntr, cancellationToken);
        if (parsed is FourLetterParse.NotAllowed)
        {
            parsed = await AskAndParseAsync(server, FourLetterWord.Srvr, cancellationToken);
        }

        var took = time.GetElapsedTime(started);
        return parsed switch
        {
            FourLetterParse.Read(var state) => new ZooKeeperReading.Answered(state, took),
            FourLetterParse.Failed(var failure) => new ZooKeeperReading.Failed(failure, took),
            FourLetterParse.NotAllowed => new ZooKeeperReading.Failed(new ZooKeeperFailure.NotAllowed(server), took),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<FourLetterParse> AskAndParseAsync(HostPort server, string word, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(server, word, cancellationToken);
        return answer.Failure is { } failure ? new FourLetterParse.Failed(failure) : FourLetterText.Parse(server, word, answer.Text);
    }

    private async Task<FourLetterAnswer> AskAsync(HostPort server, string word, CancellationToken cancellationToken)
    {
        var exchange = recorder.Begin(server, ExchangeRecorder.FourLetterWord, word);
        using var body = new MemoryStream();
        ZooKeeperFailure? failure = null;
        using (var timeLimit = new TimeLimit(limit, time, cancellationToken))
        {
            try
            {
                await ReceiveAsync(server, word, body, timeLimit.Token);
            }
            catch (Exception e) when (NetworkFault.IsExpected(e, cancellationToken))
            {
                failure = NetworkFault.ToFailure(e, server, word, limit);
            }
        }

        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        await recorder.EndAsync(exchange, bytes, failure?.Reason, cancellationToken);
        return new(Encoding.UTF8.GetString(bytes.Span), failure);
    }

    private static async Task ReceiveAsync(HostPort server, string word, MemoryStream body, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(word), cancellationToken);
        var buffer = new byte[16 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer.AsSpan(0, (int)Math.Min(read, MaxBodyBytes - body.Length)));
            if (body.Length == MaxBodyBytes)
            {
                throw new InvalidDataException($"longer than {MaxBodyBytes} bytes");
            }
        }

        if (body.Length == 0)
        {
            throw new EndOfStreamException();
        }
    }
}
