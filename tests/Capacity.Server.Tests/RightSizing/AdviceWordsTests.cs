using System.Text.Json;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.Units;
using Capacity.Server.Api.RightSizing;
using Capacity.Server.RightSizing;
using Capacity.Server.RightSizing.Reports;

namespace Capacity.Server.Tests.RightSizing;

public sealed class AdviceWordsTests
{
    private const long Gibibyte = 1L << 30;

    [Fact]
    public void MarathonPatch_OneLimitOfTwoIsANumber_SaysAgainWhatIsUnlimited()
    {
        var advice = Advice(Verdict.TooBig);
        advice = advice with { App = advice.App with { HasUnlimitedCpus = true }, Memory = advice.Memory! with { RecommendedLimit = Gibibyte } };

        var patch = JsonSerializer.Serialize(MarathonPatch.Of(Advised(advice)), JsonSerializerOptions.Web);

        Assert.Equal("""{"cpus":0.5,"mem":1024,"instances":2,"resourceLimits":{"cpus":"unlimited","mem":1024}}""", patch);
    }

    [Fact]
    public void MarathonPatch_NoLimitIsANumber_LeavesLimitsAsTheyAre()
    {
        var advice = Advice(Verdict.TooBig);

        var patch = JsonSerializer.Serialize(MarathonPatch.Of(Advised(advice with { App = advice.App with { HasUnlimitedCpus = true } })), JsonSerializerOptions.Web);

        Assert.Equal("""{"cpus":0.5,"mem":1024,"instances":2}""", patch);
    }

    [Theory]
    [InlineData(Verdict.Idle, "saves 0 units")]
    [InlineData(Verdict.TooSmall, "needs more")]
    public void Report_AppThatSavesNothing_NeedsMoreOnlyWhereItIsTooSmall(Verdict verdict, string expected)
    {
        var report = TeamReport.Of(new(DateTimeOffset.UnixEpoch, [Advised(Advice(verdict))], null), "web", "east", string.Empty, DateTimeOffset.UnixEpoch);

        Assert.Contains(expected, TeamReportText.Text(report!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.TooBig, 3, true, null)]
    [InlineData(Verdict.Unknown, 3, true, "too little is known")]
    [InlineData(Verdict.Fine, 3, true, "nothing to change")]
    [InlineData(Verdict.TooSmall, 2, true, "what it has")]
    [InlineData(Verdict.TooBig, 3, false, "/v2/pods/")]
    public void MarathonPatch_OrWhyThereIsNone(Verdict verdict, int instances, bool inMarathon, string? why)
    {
        var advice = Advice(verdict);
        var app = Advised(advice with { App = advice.App with { Instances = instances } }) with { InMarathon = inMarathon };

        Assert.Equal(why is null, MarathonPatch.Of(app) is not null);
        Assert.Equal(why is null, MarathonPatch.WhyNone(app) is null);
        Assert.Contains(why ?? string.Empty, MarathonPatch.WhyNone(app) ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Unknown, 0, "It looks larger or more than needed, but no whole week is known")]
    [InlineData(Verdict.Unknown, 1, "Less than two whole weeks")]
    [InlineData(Verdict.Fine, 0, "Less than two whole weeks")]
    public void Words_TooFewDays_SayWhatIsWaitedFor(Verdict verdict, int weeks, string expected)
    {
        var advice = Advice(verdict);

        Assert.StartsWith(expected, ReasonWords.Of(ReasonCode.OneWeekOnly, advice with { Confidence = advice.Confidence with { FullWeeks = weeks } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_CapBelowTheNeed_SayThatItHoldsBackOrIsNotFollowed()
    {
        var advice = Advice(Verdict.TooSmall);

        Assert.StartsWith("A cap holds it back: 0.7 cores are needed and a cap allows 0.5.", Words(0.5), StringComparison.Ordinal);
        Assert.EndsWith("The cap is not followed: that would be too little.", Words(0.7), StringComparison.Ordinal);

        string Words(double recommended) => ReasonWords.Of(ReasonCode.CapBelowNeed, advice with { Cpu = advice.Cpu! with { Needed = 0.7, Recommended = recommended, Cap = 0.5 } });
    }

    private static AdvisedApp Advised(Recommendation advice) => new(advice, DateTimeOffset.UnixEpoch, null, InMarathon: true);

    private static Recommendation Advice(Verdict verdict) => new()
    {
        App = new() { Key = new("marathon", "/shop/web"), Team = "web", Instances = 3, Cpus = CpuCores.FromCores(0.5), Memory = MemorySize.FromBytes(Gibibyte) },
        From = new(2026, 3, 2),
        End = new(2026, 3, 30),
        Verdict = verdict,
        Reasons = [],
        Confidence = new(ConfidenceGrade.A, 1, 4, null, 0),
        Cpu = new() { Current = 0.5, Needed = 0.5, Recommended = 0.5 },
        Memory = new() { Current = Gibibyte, Needed = Gibibyte, Recommended = Gibibyte },
        Count = new(2, 2, 2, 2, 1, 0.4, 1),
    };
}
