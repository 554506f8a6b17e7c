using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Simulator.Faults;

/// <summary>Reads one line of a script.</summary>
/// <param name="words">The line's words; one or more.</param>
internal sealed class FaultReader(string[] words)
{
    private static readonly TimeSpan ShortDown = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongDown = TimeSpan.FromSeconds(30);

    private int next;

    /// <summary>Gets what is wrong with the line; <see langword="null"/> for nothing.</summary>
    public string? Mistake { get; private set; }

    /// <returns>The fault, or <see langword="null"/> where there is a mistake.</returns>
    public ScriptedFault? Read()
    {
        var first = words[next++];
        if (!first.StartsWith('+') || DurationText.TryParse(first[1..]) is not { } after)
        {
            Mistake = $"'{first}' is no offset: write + and a time such as 90s, 5m or 2h";
            return null;
        }

        if (next == words.Length)
        {
            Mistake = "the fault's name is missing";
            return null;
        }

        var name = words[next++];
        var fault = Fault(name);
        if (Mistake is null && fault is null)
        {
            Mistake = $"'{name}' is no fault; there are leader-crash, master-update, agent-restart, agent-loss, drain, partition, rack-loss, zone-loss, "
                + "maintenance, framework-new-id, marathon-failover, sick-log, znode-growth";
        }

        if (Mistake is null && next < words.Length)
        {
            Mistake = $"'{words[next]}' is too much for {name}";
        }

        return Mistake is null && fault is not null ? new(after, fault) : null;
    }

    private Fault? Fault(string name) => name switch
    {
        "leader-crash" => new Fault.LeaderCrash(Time("how long it is down", LongDown)),
        "master-update" => new Fault.RollingMasterUpdate(Time("how long each is down", LongDown)),
        "agent-restart" => new Fault.AgentRestart(Number("agent"), Time("how long it is down", ShortDown)),
        "agent-loss" => new Fault.AgentLoss(Number("agent"), Time("how long it is down")),
        "drain" => new Fault.Drain(Number("agent"), Time("when it is reactivated")),
        "partition" => new Fault.Partition(Number("zone"), Time("how long it lasts")),
        "rack-loss" => new Fault.RackLoss(Word("rack"), Time("how long it is down")),
        "zone-loss" => new Fault.ZoneLoss(Number("zone"), Time("how long it is down")),
        "maintenance" => new Fault.Maintenance(Number("zone"), Time("when it starts"), Time("how long it lasts")),
        "framework-new-id" => new Fault.FrameworkNewId(Number("Marathon"), Time("when the old framework is torn down", TimeSpan.FromHours(1))),
        "marathon-failover" => new Fault.MarathonFailover(Number("Marathon"), Time("how long the server is down", LongDown)),
        "sick-log" => new Fault.SickLog(Time("how long it lasts")),
        "znode-growth" => new Fault.ZNodeGrowth(Number("bytes per hour")),
        _ => null,
    };

    private string Word(string what)
    {
        if (next < words.Length)
        {
            return words[next++];
        }

        Mistake ??= $"{what} is missing";
        return string.Empty;
    }

    private int Number(string what)
    {
        var word = Word(what);
        if (Mistake is null && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Mistake ??= $"{what}: '{word}' is no number";
        return 0;
    }

    private TimeSpan Time(string what, TimeSpan? otherwise = null)
    {
        if (next == words.Length && otherwise is { } value)
        {
            return value;
        }

        var word = Word(what);
        if (Mistake is null && DurationText.TryParse(word) is { } time)
        {
            return time;
        }

        Mistake ??= $"{what}: '{word}' is no time: {DurationText.Expected}";
        return TimeSpan.Zero;
    }
}
