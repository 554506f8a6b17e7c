using System.ComponentModel;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Microsoft.AspNetCore.Mvc;

namespace Capacity.Server.Api.Planning;

/// <summary>Which plan is asked for, in the address.</summary>
internal sealed class DefragQuery
{
    [FromQuery(Name = "goal")]
    [Description("fragmentation (the usual one), free-agents, largest-fit, stranding or risk.")]
    public string? Goal { get; init; }

    [FromQuery(Name = "maxMoves")]
    [Description("How many moves there may be; 50 where it is not given.")]
    public string? MaxMoves { get; init; }

    [FromQuery(Name = "cpus")]
    [Description("The cores of the shape that is to fit; 16 where the goal is fragmentation and no shape is given.")]
    public string? Cpus { get; init; }

    [FromQuery(Name = "mem")]
    [Description("The memory of the shape that is to fit, with its unit, such as 64GiB.")]
    public string? Memory { get; init; }

    [FromQuery(Name = "maxPerApp")]
    [Description("How many instances of one app may be moved; a quarter of them where it is not given, but one at least.")]
    public string? MaxPerApp { get; init; }

    [FromQuery(Name = "seed")]
    [Description("The seed; 1 where it is not given.")]
    public string? Seed { get; init; }

    [FromQuery(Name = "after")]
    [Description("A time: plans made before it are made anew. Plans are kept for half an hour, so that one can be carried out.")]
    public DateTimeOffset? After { get; init; }

    /// <summary>Reads the request.</summary>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public ClusterPlanRequest Read() => GoalText.Parse(
        n => n switch { "max-moves" => "maxMoves", "max-per-app" => "maxPerApp", _ => n }, Given(Goal), Given(MaxMoves), Given(Cpus), Given(Memory), Given(MaxPerApp), Given(Seed));

    // A form sends the fields that nobody filled in.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
