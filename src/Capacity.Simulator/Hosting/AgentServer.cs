using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Synthetic.Json;
using Capacity.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Capacity.Simulator.Hosting;

/// <summary>Answers as one agent.</summary>
internal sealed class AgentServer(LiveWorld live, int index, TimeSpan partitionDelay) : IServer
{
    private const string Prefix = "/slave(1)";

    private (SyntheticAgent Of, string Master, ReadOnlyMemory<byte> Bytes)? state;

    public bool IsUp() => live.Read(w => w.Fleet.Agents[index].IsUp);

    public async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            path = path[Prefix.Length..];
        }

        var now = live.Read(w => Look(w));
        if (!now.Agent.IsUp)
        {
            context.Abort();
        }
        else if (now.Agent.IsPartitioned)
        {
            await DropAsync(context);
        }
        else
        {
            await AnswerAsync(context, path, now);
        }
    }

    private Moment Look(World world)
    {
        var agent = world.Fleet.Agents[index];
        return new(agent, agent.View, world.Timeline.Now, world.Masters.Detected?.Hostname);
    }

    private async Task DropAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(partitionDelay, live.Time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client lost patience first.
        }

        context.Abort();
    }

    private async Task AnswerAsync(HttpContext context, string path, Moment now)
    {
        var isRecovering = now.At < now.Agent.RecoveringUntil;
        switch (path)
        {
            case "/state" or "/api/v1" when isRecovering:
                await context.TextAsync(StatusCodes.Status503ServiceUnavailable, "Agent has not finished recovery");
                break;
            case "/containers" or "/monitor/statistics" when isRecovering:
                await context.BytesAsync("[]"u8.ToArray(), Answers.Json);
                break;
            case "/state":
                await context.BytesAsync(State(now), Answers.Json);
                break;
            case "/containers":
                await context.JsonAsync(json => ContainersDocument.Write(json, now.View, now.At));
                break;
            case "/metrics/snapshot":
                await context.JsonAsync(json => MetricsDocument.Write(json, AgentFigures.Of(now.View, now.At, now.Master is not null)));
                break;
            case "/health":
                break;
            case "/version":
                await context.JsonAsync(MasterDocuments.WriteVersion);
                break;
            case "/api/v1":
                await CallAsync(context, now.View);
                break;
            default:
                await context.NotFoundAsync();
                break;
        }
    }

    /// <summary>Nothing in it changes with time, so it is written once for each change of the agent.</summary>
    private ReadOnlyMemory<byte> State(Moment now)
    {
        var master = now.Master ?? string.Empty;
        if (state is { } known && ReferenceEquals(known.Of, now.View) && known.Master == master)
        {
            return known.Bytes;
        }

        var bytes = Answers.ToBytes(json => StateDocument.Write(json, now.View with { MasterHostname = master }));
        state = (now.View, master, bytes);
        return bytes;
    }

    private static async Task CallAsync(HttpContext context, SyntheticAgent view)
    {
        if (await context.CallAsync() is not { } type)
        {
            return;
        }

        if (type == "GET_TASKS")
        {
            await context.JsonAsync(json => AgentTasksDocument.Write(json, view));
        }
        else
        {
            await context.TextAsync(StatusCodes.Status501NotImplemented, $"The simulated agent does not know {type}");
        }
    }

    private sealed record Moment(AgentNode Agent, SyntheticAgent View, DateTimeOffset At, string? Master);
}
