using System.Globalization;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Masters are updated one after the other, in real time, and nobody is paged for it, but for what has nothing to do with it.</summary>
public sealed class MasterUpdateTests(MasterUpdates updates) : IClassFixture<MasterUpdates>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void Update_Unannounced_PagesNobodyAndCountsWhatFired() => AssertQuiet(updates.Unannounced);

    [Fact]
    public void Update_Announced_PagesNobodyAndCountsWhatItHolds()
    {
        AssertQuiet(updates.Announced);
        Assert.Contains(updates.Announced.Unpaged.Reasons, r => r.StartsWith("up-1 may take master", StringComparison.Ordinal));
    }

    [Fact]
    public void Update_WithARackLost_PagesForTheRackAloneWithinTwoMinutes()
    {
        var outcome = updates.WithARackLost;
        Assert.True(outcome.Pages.Count == 1, outcome.Story);
        var (page, delay) = (outcome.Pages[0], outcome.Pages[0].At - outcome.LostAt!.Value);
        Assert.Contains($"rack {MasterUpdates.Rack}", page.Summary, StringComparison.Ordinal);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"The page came after {delay.TotalSeconds:0} s."));
        Assert.True(delay <= Longest, string.Create(CultureInfo.InvariantCulture, $"It came after {delay.TotalSeconds:0} s.\n{outcome.Story}"));
    }

    private static void AssertQuiet(UpdateOutcome outcome)
    {
        Assert.True(outcome.Pages.Count == 0, outcome.Story);

        // Masters were said to be down: that is counted, with the reason.
        Assert.True(outcome.Unpaged.Names.Contains("MesosMasterDown"), outcome.Story);
        Assert.True(outcome.Unpaged.Held + outcome.Unpaged.Tickets > 0, outcome.Story);
    }
}
