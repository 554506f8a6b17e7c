using Capacity.Simulator.Faults;

namespace Capacity.Simulator.Tests.Faults;

public sealed class FaultScriptTests
{
    [Fact]
    public void Parse_EveryFault_Understood()
    {
        var script = FaultScript.Parse(
            """
            # a bad day
            +90s   leader-crash
            +2m    master-update 20s   # rolling
            +90m   agent-restart 7
            +2h    agent-loss 7 10m
            +2h    drain 8 1h
            +3h    partition 2 90s
            +3h    rack-loss r2a 5m

            +4h    zone-loss 2 5m
            +5h    maintenance 3 10m 1h
            +6h    framework-new-id 1
            +7h    marathon-failover 2
            +8h    sick-log 10m
            +1d    znode-growth 200000
            """);

        Assert.Equal(13, script.Events.Count);
        Assert.Equal(new(TimeSpan.FromSeconds(90), new Fault.LeaderCrash(TimeSpan.FromSeconds(30))), script.Events[0]);
        Assert.Equal(new(TimeSpan.FromMinutes(90), new Fault.AgentRestart(7, TimeSpan.FromSeconds(10))), script.Events[2]);
        Assert.Equal(new(TimeSpan.FromHours(5), new Fault.Maintenance(3, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1))), script.Events[8]);
        Assert.Equal(new(TimeSpan.FromDays(1), new Fault.ZNodeGrowth(200000)), script.Events[12]);
    }

    [Theory]
    [InlineData("90s leader-crash", "line 1: '90s' is no offset: write + and a time such as 90s, 5m or 2h")]
    [InlineData("+90 leader-crash", "line 1: '+90' is no offset: write + and a time such as 90s, 5m or 2h")]
    [InlineData("+90s", "line 1: the fault's name is missing")]
    [InlineData("\n+1s zone-loss 2", "line 2: how long it is down is missing")]
    [InlineData("+1s zone-loss two 5m", "line 1: zone: 'two' is no number")]
    [InlineData("+1s zone-loss 2 soon", "line 1: how long it is down: 'soon' is no time: write a number and its unit, such as 500ms, 30s, 5m, 2h or 1d")]
    [InlineData("+1s leader-crash 5s now", "line 1: 'now' is too much for leader-crash")]
    public void Parse_Mistake_SaysWhereAndWhat(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => FaultScript.Parse(text)).Message);

    [Fact]
    public void Parse_SeveralMistakes_AllOfThem()
    {
        var message = Assert.Throws<FormatException>(() => FaultScript.Parse("+1s earthquake\n+x leader-crash")).Message;

        Assert.Contains("line 1: 'earthquake' is no fault", message, StringComparison.Ordinal);
        Assert.Contains("line 2: '+x'", message, StringComparison.Ordinal);
    }
}
