using Capacity.Core.Cluster;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Tests.Pages.Parts;

public sealed class ShowTests
{
    [Theory]
    [InlineData("100 % of 1.5 GiB", "100_% of 1.5_GiB")]
    [InlineData("1 d 23 h ago", "1_d 23_h ago")]
    [InlineData("0.45 cores, 2 GiB × 4", "0.45_cores, 2_GiB ×_4")]
    [InlineData("3 minutes of 2 hosts, 1 Bob", "3 minutes of 2 hosts, 1 Bob")]
    public void Unbroken_Sentence_KeepsUnitsWithTheirFigures(string text, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00a0'), Show.Unbroken(text));

    [Fact]
    public void Figures_OnAPage_KeepTheirUnits() =>
        Assert.Equal(("12\u00a0%", "1\u00a0KiB", "2\u00a0h 5\u00a0min"), (Show.Percent(0.12), Show.Bytes(1024.0), Show.Span(new(2, 5, 0))));

    [Theory]
    [InlineData(AgentState.DownForMaintenance, "down for maintenance")]
    [InlineData(AgentState.Active, "active")]
    public void Plain_Enumeration_IsWrittenInWords(AgentState state, string expected) => Assert.Equal(expected, Show.Plain(state));
}
