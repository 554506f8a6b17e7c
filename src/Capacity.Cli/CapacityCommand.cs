using System.CommandLine;
using Capacity.Cli.Alerts;
using Capacity.Cli.Changes;
using Capacity.Cli.Checks;
using Capacity.Cli.Demo;
using Capacity.Cli.Incidents;
using Capacity.Cli.Packing;
using Capacity.Cli.Planning;
using Capacity.Cli.Receivers;
using Capacity.Cli.Recorder;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Scanning;
using Capacity.Cli.Serving;
using Capacity.Cli.Silences;

namespace Capacity.Cli;

/// <summary>The <c>capacity</c> command.</summary>
internal static class CapacityCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Says what a Mesos + Marathon cluster really uses, what still fits, and what is really broken.");
        root.Subcommands.Add(DemoCommand.Create(time));
        root.Subcommands.Add(ScanCommand.Create(time));
        root.Subcommands.Add(RecordCommand.Create(time));
        root.Subcommands.Add(ReplayCommand.Create(time));
        root.Subcommands.Add(ServeCommand.Create(time));
        root.Subcommands.Add(RightSizeCommand.Create(time));
        root.Subcommands.Add(PackCommand.Create(time));
        root.Subcommands.Add(FitCommand.Create(time));
        root.Subcommands.Add(WhatIfCommand.Create(time));
        root.Subcommands.Add(DefragCommand.Create(time));
        root.Subcommands.Add(ShapesCommand.Create(time));
        root.Subcommands.Add(ForecastCommand.Create(time));
        root.Subcommands.Add(AlertsCommand.Create(time));
        root.Subcommands.Add(SilenceCommand.Create(time));
        root.Subcommands.Add(ChecksCommand.Create(time));
        root.Subcommands.Add(IncidentsCommand.Create(time));
        root.Subcommands.Add(ReceiversCommand.Create(time));
        root.Subcommands.Add(ChangeCommand.Create(time));
        root.Subcommands.Add(ServeCommand.CreateConfig());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await ArgumentFaults.WriteAsync(parsed, error);
            return ExitCodes.BadArguments;
        }

        try
        {
            return await parsed.InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (UserErrorException e)
        {
            await error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped.");
            return ExitCodes.Cancelled;
        }
    }
}
