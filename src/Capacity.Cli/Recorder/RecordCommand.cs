using System.CommandLine;
using Capacity.Cli.Connecting;
using Capacity.Cli.Terminal;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Storage.Recordings;

namespace Capacity.Cli.Recorder;

/// <summary><c>capacity record</c>: keeps the raw answers of a cluster in a folder, without secrets.</summary>
internal static class RecordCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to record to; it must not hold a recording yet." };
        var duration = Durations.Option("--for", "How long to record; without it until Ctrl+C.", null);
        var interval = Durations.Option("--interval", "The time between two collections.", "30s");
        var note = new Option<string?>("--note") { Description = "A line to keep with the recording, such as what was done to the cluster.", HelpName = "TEXT" };
        var cluster = new ClusterOptions();
        var command = new Command("record", "Keep the raw answers of a cluster in a folder, without secrets, to replay them later.")
        {
            folder, duration, interval, note,
        };
        cluster.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var request = cluster.Read(result);
            var created = await RecordingWriter.CreateAsync(
                result.GetValue(folder)!, new() { Note = result.GetValue(note) }, time, cancellationToken);
            if (created is not RecordingCreation.Created(var writer))
            {
                throw new UserErrorException(((RecordingCreation.Refused)created).Reason, ExitCodes.Failed);
            }

            return await RecordAsync(
                request,
                writer,
                result.GetValue(folder)!,
                result.GetValue(duration),
                result.GetValue(interval) ?? TimeSpan.FromSeconds(30),
                time,
                result.InvocationConfiguration,
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RecordAsync(
        ClusterRequest request,
        RecordingWriter writer,
        string folder,
        TimeSpan? duration,
        TimeSpan interval,
        TimeProvider time,
        InvocationConfiguration streams,
        CancellationToken cancellationToken)
    {
        int collections;
        await using (writer)
        {
            collections = await ProgressLine.RunAsync(
                streams.Error, say => CollectAsync(request, writer, duration, interval, time, say, cancellationToken));
        }

        if (await writer.Stopped is { } why)
        {
            throw new UserErrorException(why, ExitCodes.Failed);
        }

        if (!writer.HasAnswers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new UserErrorException("Nothing was recorded: no server gave an answer. capacity scan with the same options says why.", ExitCodes.NoLeader);
        }

        await streams.Output.WriteLineAsync(
            $"Recorded {collections} {(collections == 1 ? "collection" : "collections")} to {folder}. Serve them again with: capacity replay {folder}");
        return ExitCodes.Ok;
    }

    /// <summary>Collects until the time is up, the user has enough, or the disk fails.</summary>
    /// <returns>How many collections were made.</returns>
    private static async Task<int> CollectAsync(
        ClusterRequest request,
        RecordingWriter writer,
        TimeSpan? duration,
        TimeSpan interval,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var targets = await FindAsync(request, writer, time, cancellationToken);
        using var collector = new ClusterCollector(targets, time, writer);
        var zooKeeper = request.ZooKeeper is { } options ? new ZooKeeperCollector(options, time, writer) : null;
        var collections = 0;
        var start = time.GetUtcNow();
        var until = duration is { } d ? start + d : DateTimeOffset.MaxValue;
        try
        {
            for (var next = start; next < until && !writer.Stopped.IsCompleted; next += interval)
            {
                if (next - time.GetUtcNow() is { Ticks: > 0 } left)
                {
                    await Task.Delay(left, time, cancellationToken);
                }

                var snapshot = await collector.CollectAsync(null, cancellationToken);
                if (zooKeeper is not null)
                {
                    await zooKeeper.CollectAsync(cancellationToken);
                }

                var failed = snapshot.Sources.Count(s => s.Failure is not null);
                say($"{++collections} collections; the last one has {snapshot.Agents.Count} agents, {snapshot.Sources.Count} answers, {failed} failures. Ctrl+C ends it.");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how a recording without an end is ended.
        }

        return collections;
    }

    private static async Task<ClusterTargets> FindAsync(ClusterRequest request, RecordingWriter writer, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await ClusterOptions.ResolveAsync(request, time, writer, cancellationToken);
        }
        catch (UserErrorException)
        {
            // There is no cluster to record; the next try finds the folder as this one did.
            writer.Discard();
            throw;
        }
    }
}
