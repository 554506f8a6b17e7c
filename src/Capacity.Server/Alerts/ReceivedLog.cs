using System.Threading.Channels;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Subjects;
using Capacity.Server.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Alerts;

/// <summary>Writes received alerts, and what was known beside them, down as <c>capacity alerts replay</c> reads them. Nobody waits for it: what it can't write is counted and lost.</summary>
public sealed partial class ReceivedLog(ServiceConfiguration configuration, TimeProvider time, ILogger<ReceivedLog> logger) : BackgroundService
{
    /// <summary>The lines that may wait for the disk.</summary>
    private const int MostWaiting = 10_000;

    private readonly Channel<byte[]>? lines = configuration.Alerts.ReceivedLog is null ? null : Channel.CreateBounded<byte[]>(MostWaiting);
    private volatile byte[]? machines;
    private long lost;

    /// <summary>Gets how many lines were not written since the start.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Takes a request.</summary>
    public void Take(IReadOnlyList<PostedAlert> posted, string sender, DateTimeOffset now)
    {
        if (lines is not null)
        {
            Add(ReceivedLine.Of(posted, sender, now));
        }
    }

    /// <summary>Takes something that is known besides alerts.</summary>
    public void Take(IEnumerable<ContextEvent> events, DateTimeOffset now)
    {
        if (lines is not null)
        {
            foreach (var happened in events)
            {
                Add(ReceivedLine.Of(happened, now));
            }
        }
    }

    /// <summary>Takes the machines; each file begins with them.</summary>
    public void Take(IReadOnlyList<Machine> known)
    {
        if (lines is not null)
        {
            machines = ReceivedLine.Of(known);
            Add(machines);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (lines is null)
        {
            return;
        }

        using var file = new RotatingFile(configuration.Alerts.ReceivedLog!, time);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(stoppingToken))
            {
                Write(file, line);
            }
        }
        catch (OperationCanceledException)
        {
            while (lines.Reader.TryRead(out var line))
            {
                Write(file, line);
            }
        }
    }

    private void Write(RotatingFile file, byte[] line)
    {
        try
        {
            file.Write(line, machines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Interlocked.Increment(ref lost) == 1)
            {
                LogUnwritten(e.Message);
            }
        }
    }

    private void Add(byte[] line)
    {
        if (!lines!.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref lost);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log of received alerts can't be written, and is said to be so once: {Reason}")]
    private partial void LogUnwritten(string reason);
}
