using System.ComponentModel;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Planning.Shapes;
using Capacity.Core.Units;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Microsoft.AspNetCore.Mvc;

namespace Capacity.Server.Api.Forecasts;

/// <summary>Which forecasts are asked for, in the address.</summary>
public sealed class ForecastQuery
{
    /// <summary>Gets the resource.</summary>
    [FromQuery(Name = "resource")]
    [Description("cpus, memory (or mem), disk or gpus; all where it is not given.")]
    public string? Resource { get; init; }

    /// <summary>Gets what demands are counted over.</summary>
    [FromQuery(Name = "level")]
    [Description("cluster, zone, role or team; where neither it nor a name is given, all but teams.")]
    public string? Level { get; init; }

    /// <summary>Gets the zone.</summary>
    [FromQuery(Name = "zone")]
    [Description("Only this zone.")]
    public string? Zone { get; init; }

    /// <summary>Gets the role.</summary>
    [FromQuery(Name = "role")]
    [Description("Only what is kept for this role; * for everybody.")]
    public string? Role { get; init; }

    /// <summary>Gets the team.</summary>
    [FromQuery(Name = "team")]
    [Description("Only this team.")]
    public string? Team { get; init; }

    /// <summary>Gets which demand.</summary>
    [FromQuery(Name = "kind")]
    [Description("allocated (the usual one) or used.")]
    public string? Kind { get; init; }

    /// <summary>Gets how long a step is.</summary>
    [FromQuery(Name = "step")]
    [Description("day (the usual one) or hour.")]
    public string? Step { get; init; }

    /// <summary>Gets the lead time.</summary>
    [FromQuery(Name = "leadTime")]
    [Description("The time from ordering machines until they run, such as 45d; that of the configuration where it is not given.")]
    public string? LeadTime { get; init; }

    /// <summary>Gets the target.</summary>
    [FromQuery(Name = "target")]
    [Description("The probability of running out that is accepted, such as 0.1; that of the configuration where it is not given.")]
    public double? Target { get; init; }

    /// <summary>Gets the machines that can be bought.</summary>
    [FromQuery(Name = "shape")]
    [Description("A machine that can be bought, such as 32c128g; it may be given several times. Without it those of the configuration, or the sizes that agents have.")]
    public string[]? Shape { get; init; }

    /// <summary>Gets which plan is counted.</summary>
    [FromQuery(Name = "plan")]
    [Description("stored (the usual one) or none.")]
    public string? Plan { get; init; }

    /// <summary>Gets the format.</summary>
    [FromQuery(Name = "format")]
    [Description("json (the usual one) or csv: a line a demand, and of one demand a line a step.")]
    public string? Format { get; init; }

    /// <summary>Reads the request.</summary>
    /// <param name="standard">What counts where nothing is given.</param>
    /// <param name="plan">What is planned.</param>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public OutlookRequest Read(ForecastSettings standard, IReadOnlyList<PlannedEvent> plan)
    {
        ArgumentNullException.ThrowIfNull(standard);
        Expect(Given(Format), "format", "json", "csv");
        Expect(Given(Plan), "plan", "stored", "none");
        var (level, name) = (Given(Zone), Given(Role), Given(Team)) switch
        {
            (null, null, null) => (Read<CutLevel>("level", Level), null),
            ({ } zone, null, null) => (CutLevel.Zone, zone),
            (null, { } role, null) => (CutLevel.Role, role),
            (null, null, { } team) => ((CutLevel?)CutLevel.Team, team),
            _ => throw new FormatException("give one of zone, role and team"),
        };
        if (Target is <= 0 or >= 1 or double.NaN)
        {
            throw new FormatException("target: more than 0 and less than 1, such as 0.1");
        }

        return new()
        {
            Step = Read<DemandStep>("step", Step) ?? DemandStep.Day,
            Resource = Read<DemandResource>("resource", Given(Resource) == "mem" ? "memory" : Resource),
            Level = level,
            Name = name,
            Kind = Read<DemandKind>("kind", Kind) ?? DemandKind.Allocated,
            LeadTime = Given(LeadTime) is not { } text ? standard.LeadTime
                : DurationText.TryParse(text) is { } time && time >= TimeSpan.FromHours(1) ? time : throw new FormatException($"leadTime: '{text}' is no lead time of an hour or more: write 45d"),
            Target = Target ?? standard.Target,
            Plan = Given(Plan) == "none" ? [] : plan,
            Shapes = Shape is { Length: > 0 } shapes ? [.. shapes.Where(s => !string.IsNullOrWhiteSpace(s)).Select(MachineShape.Parse)] : standard.Shapes,
        };
    }

    // A form sends the fields that nobody filled in.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? Read<T>(string field, string? text)
        where T : struct, Enum
    {
        Expect(Given(text), field, Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray());
        return Given(text) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;
    }

    private static void Expect(string? text, string field, params string[] words)
    {
        if (text is not null && !words.Contains(text))
        {
            throw new FormatException($"{field}: '{text}' is none of {string.Join(", ", words)}");
        }
    }
}
