using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Connecting;
using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Server.Api.Scan;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary><c>capacity scan</c>: one look at a live cluster, nothing installed and nothing stored.</summary>
internal static class ScanCommand
{
    public static Command Create(TimeProvider time)
    {
        var cluster = new ClusterOptions();
        var report = new ReportOptions();
        var command = new Command("scan", "Look at a Mesos cluster and say what is wasted, stranded and missing.");
        cluster.AddTo(command);
        report.AddTo(command);
        report.AddSchemaTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (report.IsSchemaWanted(result))
            {
                await result.InvocationConfiguration.Output.WriteAsync(ScanSchema.Write());
                return ExitCodes.Ok;
            }

            var request = cluster.Read(result);
            return await RunAsync(request, report.Read(result), time, result.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    /// <summary>Scans and writes the report.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        ClusterRequest request, ReportRequest wanted, TimeProvider time, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var targets = await ClusterOptions.ResolveAsync(request, time, null, cancellationToken);
        using var collector = new ClusterCollector(targets, time);
        var zooKeeper = request.ZooKeeper is { } options ? new ZooKeeperCollector(options, time) : null;
        var runner = new ScanRunner(collector, zooKeeper, wanted.Plan, time);
        var report = await ProgressLine.RunAsync(streams.Error, say => runner.RunAsync(say, cancellationToken));
        if (report.Picture is { Leader: null, Agents.Count: 0 })
        {
            await streams.Error.WriteLineAsync("No leading master could be found:");
            foreach (var warning in report.Warnings.Where(w => w.Code == "source-unreadable"))
            {
                await streams.Error.WriteLineAsync($"  {warning.Message}");
            }

            foreach (var master in report.Picture.Masters)
            {
                await streams.Error.WriteLineAsync($"  Master {master.Address} answers and knows no leader.");
            }

            return ExitCodes.NoLeader;
        }

        Write(report, wanted, streams.Output);
        return report.IsComplete ? ExitCodes.Ok : ExitCodes.Partial;
    }

    private static void Write(ScanReport report, ReportRequest wanted, TextWriter output)
    {
        switch (wanted.Output)
        {
            case ScanOutput.Json:
                output.WriteLine(JsonSerializer.Serialize(report.ToDocument(wanted.WithContainers), ScanJson.Default.ScanDocument));
                break;
            case ScanOutput.Csv:
                ScanTables.Write(wanted.Table, report.ToDocument(wanted.Table == "containers"), output);
                break;
            case ScanOutput.Table:
                new ScanView(Consoles.ForResults(output), wanted.Top).Show(report);
                break;
        }
    }
}
