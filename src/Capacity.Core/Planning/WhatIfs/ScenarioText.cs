using System.Globalization;
using System.Text.RegularExpressions;
using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>Scenarios as people write them: <c>zone-loss east</c>, <c>instances-down 25%</c>, <c>add 20x16c64g</c>.</summary>
public static partial class ScenarioText
{
    /// <summary>What to tell somebody who wrote something else.</summary>
    public const string Expected =
        "the scenarios are zone-loss [ZONE], agent-loss [AGENT...], busiest-agent, instances-down PERCENT, add COUNTxSIZE, replace SIZE COUNTxSIZE, rightsized and grow PERCENT; " + Notation;

    private const string Notation = "a percentage is written 25%, a size 16c64g (cores and GiB)";

    private static readonly string[] Forms = ["zone-loss [ZONE]", "busiest-agent", "instances-down PERCENT", "add COUNTxSIZE", "replace SIZE COUNTxSIZE", "rightsized", "grow PERCENT"];

    /// <summary>Reads a scenario.</summary>
    /// <param name="words">The words.</param>
    /// <param name="advice">Finds the right-sizing advice; <see langword="null"/> where there is none.</param>
    /// <exception cref="FormatException">It is none; the message says what there is.</exception>
    public static Scenario Parse(string[] words, Func<IReadOnlyDictionary<AppKey, AdvisedShape>?> advice)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(advice);
        return words switch
        {
            ["zone-loss"] => new Scenario.ZoneLoss(null),
            ["zone-loss", var zone] => new Scenario.ZoneLoss(zone),
            ["agent-loss", .. var agents] => new Scenario.AgentLoss([.. agents.SelectMany(a => a.Split(',', StringSplitOptions.RemoveEmptyEntries))]),
            ["busiest-agent"] => new Scenario.BusiestAgentLoss(),
            ["instances-down", var share] => new Scenario.InstancesDown(Percent(share, 1)),
            ["add", var agents] => Sizes(agents) is var (count, size) ? new Scenario.Add(count, size) : throw Unknown(words),
            ["replace", var old, var agents] => Sizes(agents) is var (count, size) && Size(old) is { } gone
                ? new Scenario.Replace(gone.Cpus, gone.Memory, count, size)
                : throw Unknown(words),
            ["rightsized"] => new Scenario.RightSize(advice() ?? throw new FormatException("rightsized needs advice, and there is none: it comes from a running service that has seen the apps for some days")),
            ["grow", var share] => new Scenario.Grow(Percent(share, 10)),
            _ => throw Unknown(words),
        };
    }

    /// <summary>Writes a scenario as it is read.</summary>
    public static string Write(Scenario scenario) => scenario switch
    {
        Scenario.ZoneLoss(var zone) => $"zone-loss {zone}".TrimEnd(),
        Scenario.AgentLoss(var agents) => $"agent-loss {string.Join(' ', agents)}".TrimEnd(),
        Scenario.BusiestAgentLoss => "busiest-agent",
        Scenario.InstancesDown(var share) => $"instances-down {Percent(share)}",
        Scenario.Add(var count, var size) => $"add {count}x{Size(size.Cpus, size.Memory)}",
        Scenario.Replace(var cpus, var memory, var count, var size) => $"replace {Size(cpus, memory)} {count}x{Size(size.Cpus, size.Memory)}",
        Scenario.RightSize => "rightsized",
        Scenario.Grow(var share) => $"grow {Percent(share)}",
        _ => throw new InvalidOperationException($"{scenario} is not handled."),
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.###}%");

    private static string Size(CpuCores cpus, MemorySize memory) => string.Create(CultureInfo.InvariantCulture, $"{cpus.Cores:0.###}c{memory.Mebibytes / 1024:0.###}g");

    private static double Percent(string text, double most) =>
        text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent > 0 && percent <= most * 100
            ? percent / 100
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no percentage above 0% and up to {most * 100:0}%: write 25%"));

    private static (int Count, ResourceVector Size)? Sizes(string text) =>
        text.Split('x', 2) is [var number, var size] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000 && Size(size) is { } each
            ? (count, each)
            : null;

    private static ResourceVector? Size(string text) =>
        SizePattern().Match(text) is { Success: true } match && Number(match.Groups[1]) is > 0 and < 1e6 and var cores && Number(match.Groups[2]) is > 0 and < 1e9 and var gibibytes
            ? new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(gibibytes * 1024), default, match.Groups[3].Success ? (long)Number(match.Groups[3]) : 0)
            : null;

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static FormatException Unknown(string[] words) => Array.Find(Forms, f => f.Split(' ')[0] == words.FirstOrDefault()) is { } form
        ? new($"'{string.Join(' ', words)}' cannot be read: write {form}; {Notation}")
        : new($"'{string.Join(' ', words)}' is no scenario: {Expected}");

    [GeneratedRegex(@"^([0-9]{1,9}(?:\.[0-9]{1,3})?)c([0-9]{1,9}(?:\.[0-9]{1,3})?)g(?:([0-9]{1,3})gpu)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();
}
