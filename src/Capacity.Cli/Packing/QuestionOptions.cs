using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Capacity.Cli.Connecting;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Scanning;
using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;

namespace Capacity.Cli.Packing;

/// <summary>Whom to ask about a cluster: its masters, agents and Marathons themselves, or a running service; and how to write the answer.</summary>
internal sealed class QuestionOptions(TimeProvider time)
{
    private static readonly ScanPlan OneLook = new(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly ClusterOptions cluster = new(isRequired: false);
    private readonly ServiceOptions service = new();
    private readonly Option<string> output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);

    public void AddTo(Command command)
    {
        command.Options.Add(output);
        service.AddTo(command);
        cluster.AddTo(command);
    }

    /// <summary>Gets the form of the answer: table, json or csv.</summary>
    public string Format(ParseResult result) => result.GetValue(output)!;

    /// <summary>Asks.</summary>
    /// <typeparam name="T">The answer's document.</typeparam>
    /// <param name="result">The arguments.</param>
    /// <param name="path">The question, of a service.</param>
    /// <param name="work">Finds the answer in one look at the cluster; told what to say of its progress.</param>
    /// <param name="json">Reads the document.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, and the exit code as far as reading goes.</returns>
    public async Task<(T Answer, int ExitCode)> AskAsync<T>(
        ParseResult result, string path, Func<ScanReport, Action<string>, T> work, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var error = result.InvocationConfiguration.Error;
        if (!cluster.IsGiven(result))
        {
            if (cluster.Given(result) is [var option, ..])
            {
                throw new UserErrorException($"{option} is for asking the cluster itself: give --master too.");
            }

            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var text = await ProgressLine.RunAsync(error, async say =>
            {
                say("asking the service");
                return await client.GetAsync(path, cancellationToken);
            });
            return (JsonSerializer.Deserialize(text, json) ?? throw new UserErrorException("The service's answer is empty.", ExitCodes.Failed), ExitCodes.Ok);
        }

        if (service.IsGiven(result))
        {
            throw new UserErrorException("Give --master to ask the cluster itself, or --url or --config to ask a service; not both.");
        }

        var request = cluster.Read(result);
        return await ProgressLine.RunAsync(error, async say =>
        {
            var report = await LookAsync(request, say, cancellationToken);
            if (!report.IsComplete)
            {
                await error.WriteLineAsync("Something could not be read, and the answer lacks it: capacity scan says what.");
            }

            return (work(report, say), report.IsComplete ? ExitCodes.Ok : ExitCodes.Partial);
        });
    }

    private async Task<ScanReport> LookAsync(ClusterRequest request, Action<string> say, CancellationToken cancellationToken)
    {
        var targets = await ClusterOptions.ResolveAsync(request, time, null, cancellationToken);
        using var collector = new ClusterCollector(targets, time);
        var report = await new ScanRunner(collector, null, OneLook, time).RunAsync(say, cancellationToken);
        return report.Picture is { Leader: null, Agents.Count: 0 }
            ? throw new UserErrorException("No leading master could be found: capacity scan says what was asked.", ExitCodes.NoLeader)
            : report;
    }
}
