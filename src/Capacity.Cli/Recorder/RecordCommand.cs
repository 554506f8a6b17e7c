using System.CommandLine;
using Capacity.Cli.Connecting;
using Capacity.Cli.Terminal;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Storage.Recordings;

namespace Capacity.Cli.Recording;

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

            await using (writer)
            {
                var until = result.GetValue(duration) is { } d ? time.GetUtcNow() + d : DateTimeOffset.MaxValue;
                var collections = await ProgressLine.RunAsync(
                    result.InvocationConfiguration.Error,
                    say => CollectAsync(request, writer, until, result.GetValue(interval) ?? TimeSpan.FromSeconds(30), time, say, cancellationToken));
                await result.InvocationConfiguration.Output.WriteLineAsync(
                    $"Recorded {collections} collections to {result.GetValue(folder)}. Serve them again with: capacity replay {result.GetValue(folder)}");
            }

            return await writer.Stopped is { } why ? throw new UserErrorException(why, ExitCodes.Failed) : ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Collects until the time is up, the user has enough, or the disk fails.</summary>
    /// <returns>How many collections were made.</returns>
    private static async Task<int> CollectAsync(
        ClusterRequest request,
        RecordingWriter writer,
        DateTimeOffset until,
        TimeSpan interval,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var targets = await ClusterOptions.ResolveAsync(request, time, cancellationToken);
        using var collector = new ClusterCollector(targets, time, writer);
        var zooKeeper = request.ZooKeeper is { } options ? new ZooKeeperCollector(options, time, writer) : null;
        var collections = 0;
        try
        {
            for (var next = time.GetUtcNow(); next < until && !writer.Stopped.IsCompleted; next += interval)
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
}
