using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Capacity.Cli.Scanning;
using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Simulator;
using Capacity.Simulator.Replay;
using Capacity.Storage.Recordings;

namespace Capacity.Cli.Recorder;

/// <summary><c>capacity replay</c>: serves a recording on loopback, and with <c>--scan</c> looks at it in the same go.</summary>
internal static class ReplayCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the recording." };
        var speed = new Option<double>("--speed")
        {
            Description = "How many seconds of the recording pass in one.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = Speed,
        };
        var offset = Durations.Option("--offset", "How far into the recording to begin.", null, takesZero: true);
        var loop = new Option<bool>("--loop") { Description = "Begin again at the end; without it the last answers stay." };
        var portBase = new Option<int?>("--port-base")
        {
            Description = "The port of the first host; the others follow. Without it ports that are free.", HelpName = "PORT", CustomParser = Port,
        };
        var scan = new Option<bool>("--scan") { Description = "Scan the cluster that is served, at the same speed, and end. The options of scan apply." };
        var report = new ReportOptions();
        var command = new Command("replay", "Serve a recording on loopback as a cluster that lives now.") { folder, speed, offset, loop, portBase, scan };
        report.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (!result.GetValue(scan) && report.Given(result) is [_, ..] idle)
            {
                throw new UserErrorException($"{string.Join(", ", idle)} {(idle.Count == 1 ? "needs" : "need")} --scan.");
            }

            var recording = await Recordings.OpenAsync(result.GetValue(folder)!, cancellationToken);
            var clock = new ScaledTimeProvider(time, result.GetValue(speed), time.GetUtcNow());
            var options = new ReplayOptions
            {
                Offset = result.GetValue(offset) ?? TimeSpan.Zero,
                AtEnd = result.GetValue(loop) ? AtEnd.Loop : AtEnd.Hold,
                PortBase = result.GetValue(portBase),
            };
            await using var cluster = await Recordings.ServeAsync(recording, options, clock, cancellationToken);
            var streams = result.InvocationConfiguration;
            foreach (var remark in recording.Remarks)
            {
                await streams.Error.WriteLineAsync(remark);
            }

            if (result.GetValue(scan))
            {
                return await ScanCommand.RunAsync(Request(cluster), report.Read(result), clock, streams, cancellationToken);
            }

            await streams.Output.WriteLineAsync(Invitation(recording.Manifest, cluster));
            await WaitAsync(cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static double Speed(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.01 and <= 1000)
        {
            return speed;
        }

        result.AddError("--speed takes a number from 0.01 to 1000.");
        return 1;
    }

    private static int? Port(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535)
        {
            return port;
        }

        result.AddError("--port-base takes a port from 1 to 65535.");
        return null;
    }

    private static ClusterRequest Request(ReplayCluster cluster) => new(
        new() { Masters = Addresses(cluster, cluster.Masters), Marathons = Addresses(cluster, cluster.Marathons) },
        null,
        cluster.ZooKeepers.Count == 0 ? null : new ZooKeeperOptions { Servers = [.. cluster.ZooKeepers.Select(z => cluster.Listeners[z])] });

    private static List<Uri> Addresses(ReplayCluster cluster, IReadOnlyList<HostPort> hosts) => [.. hosts.Select(h => new Uri($"http://{cluster.Listeners[h]}/"))];

    private static string Invitation(RecordingManifest manifest, ReplayCluster cluster)
    {
        var arguments = $"--master {string.Join(',', Addresses(cluster, cluster.Masters).Select(a => a.GetLeftPart(UriPartial.Authority)))}"
            + (cluster.Marathons.Count == 0 ? string.Empty : $" --marathon {string.Join(',', Addresses(cluster, cluster.Marathons).Select(a => a.GetLeftPart(UriPartial.Authority)))}")
            + (cluster.ZooKeepers.Count == 0 ? string.Empty : $" --zookeeper {string.Join(',', cluster.ZooKeepers.Select(z => cluster.Listeners[z]))}");
        return $"""
            {cluster.Masters.Count} masters and {cluster.Agents.Count} agents as they were from {manifest.StartedAt:yyyy-MM-dd HH:mm:ss} UTC{(manifest.Note is null ? string.Empty : $" ({manifest.Note})")}.
            Look at them with: capacity scan {arguments}
            Ctrl+C ends it.
            """;
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a replay is ended.
        }
    }
}
