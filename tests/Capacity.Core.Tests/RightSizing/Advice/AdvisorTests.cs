using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.RightSizing.Advice;

public sealed class AdvisorTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void Advise_SteadyAppWithRoom_IsTooBigAndProven()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s));

        Assert.Equal(Verdict.TooBig, advice.Verdict);
        Assert.Contains(ReasonCode.CpuOversized, advice.Reasons);
        Assert.Contains(ReasonCode.MemOversized, advice.Reasons);
        Assert.Equal(ConfidenceGrade.A, advice.Confidence.Grade);
        Assert.InRange(advice.Cpu!.Recommended, 0.5, 0.62);
        Assert.InRange(advice.Memory!.Recommended, 512 * Mebibyte, 640 * Mebibyte);
        Assert.Equal(0, advice.BackTest!.CpuExceedRatio);
        Assert.False(advice.BackTest.MemoryBreached);
        Assert.True(advice.BackTest.SavingRatio > 0.5);
    }

    [Fact]
    public void Advise_FittingApp_IsFine()
    {
        var advice = Histories.Advise(Histories.App(1, 0.6, 600), Histories.Days(28, 1, (_, _, _, s) => s with { Cpus = CpuCores.FromCores(0.6), Memory = MemorySize.FromMebibytes(600) }));

        Assert.Equal(Verdict.Fine, advice.Verdict);
        Assert.Contains(ReasonCode.Optimised, advice.Reasons);
    }

    [Fact]
    public void Advise_TwoDays_SaysNothing()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(2, 1, (_, _, _, s) => s));

        Assert.Equal(Verdict.Unknown, advice.Verdict);
        Assert.Equal([ReasonCode.NotEnoughData], advice.Reasons);
        Assert.Null(advice.Cpu);
    }

    [Fact]
    public void Advise_AFewDays_LooksTooBigAndIsNotSaidToBeFine()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(4, 1, (_, _, _, s) => s));

        Assert.Equal((Verdict.Unknown, ConfidenceGrade.D), (advice.Verdict, advice.Confidence.Grade));
        Assert.DoesNotContain(ReasonCode.Optimised, advice.Reasons);
        Assert.Equal(ReasonCode.OneWeekOnly, advice.Reasons[0]);
        Assert.NotNull(advice.Cpu);
        Assert.False(advice.IsOverProvisioned);
    }

    [Fact]
    public void Advise_AFewDaysOnTwoZones_SaysFirstWhatItWaitsFor()
    {
        var advice = Histories.Advise(Histories.App(2, domains: 2), Histories.Days(4, 2, (_, _, _, s) => s));

        Assert.Equal(Verdict.Unknown, advice.Verdict);
        Assert.Equal([ReasonCode.OneWeekOnly, ReasonCode.HaFloor], advice.Reasons.Where(r => r is ReasonCode.OneWeekOnly or ReasonCode.HaFloor));
    }

    [Fact]
    public void Advise_SixDays_AreTheFirstToActOn()
    {
        ConfidenceGrade Grade(int days) => Histories.Advise(Histories.App(), Histories.Days(days, 1, (_, _, _, s) => s)).Confidence.Grade;

        Assert.Equal(ConfidenceGrade.D, Grade(WeekFigures.FewestDays - 1));
        Assert.InRange(Grade(WeekFigures.FewestDays), ConfidenceGrade.A, ConfidenceGrade.C);
    }

    [Fact]
    public void Advise_OneWeek_SaysSoAndIsTrustedLess()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(7, 1, (_, _, _, s) => s));

        Assert.Contains(ReasonCode.OneWeekOnly, advice.Reasons);
        Assert.Equal(ConfidenceGrade.B, advice.Confidence.Grade);
        Assert.Null(advice.BackTest);
    }

    [Fact]
    public void Advise_HotInstance_IsSizedForItAndKeepsItsCount()
    {
        var advice = Histories.Advise(Histories.App(6, domains: 3), Histories.Days(28, 6, (_, _, i, s) => s with { CpuCores = i == 2 ? 1.5 : 0.1 }));

        Assert.InRange(advice.Cpu!.Recommended, 1.5, 1.8);
        Assert.Contains(ReasonCode.Skewed, advice.Reasons);
        Assert.Equal(6, advice.Count!.Recommended);
    }

    [Fact]
    public void Advise_TenQuietInstances_AreFewerAndSurviveALostDomain()
    {
        // A fifth of the memory goes with the load, which differs from day to day.
        var advice = Histories.Advise(Histories.App(10, 1, 4096, domains: 5), Histories.Days(28, 10, (day, _, _, s) => s with
        {
            CpuCores = Load(day), MemoryBytes = (long)((1600 + (400 * Load(day) / 0.15)) * Mebibyte), Cpus = CpuCores.FromCores(1), Memory = MemorySize.FromMebibytes(4096),
        }));

        Assert.Contains(ReasonCode.TooManyInstances, advice.Reasons);
        Assert.Equal(Verdict.TooBigAndTooMany, advice.Verdict);
        var count = advice.Count!;
        Assert.InRange(count.Recommended, 2, 9);
        Assert.True(count.DemandP99 <= RightSizingPolicy.Default.UtilisationAfterLoss * advice.Cpu!.Recommended * (count.Recommended - count.LostWithDomain) * 1.0001);
        Assert.True(count.DemandP99 <= RightSizingPolicy.Default.Utilisation * advice.Cpu.Recommended * count.Recommended * 1.0001);
        Assert.True(advice.SavingPerHour > advice.SizeSavingPerHour);

        Assert.InRange(advice.Memory!.Recommended, (1600 + (400 * 10.0 / count.Recommended)) * Mebibyte, (1600 + (400 * 10.0 / count.Recommended)) * 1.15 * Mebibyte);

        static double Load(int day) => day % 7 < 5 ? 0.15 : 0.12;
    }

    [Fact]
    public void Advise_LoadThatNeverDiffers_IsTakenToBringAllMemoryWithIt()
    {
        var advice = Histories.Advise(Histories.App(10, 1, 1024, domains: 5), Histories.Days(28, 10, (_, _, _, s) => s with
        {
            CpuCores = 0.15, Cpus = CpuCores.FromCores(1), Memory = MemorySize.FromMebibytes(1024),
        }));

        Assert.True(advice.Memory!.Recommended * advice.Count!.Recommended >= 10 * 512 * Mebibyte, $"{advice.Memory.Recommended} x {advice.Count.Recommended}");
    }

    [Fact]
    public void Advise_FewerInstancesThatSaveLittleMore_AreLeftAlone()
    {
        var policy = RightSizingPolicy.Default with { LeastCountSaving = 0.9 };
        var advice = Histories.Advise(
            Histories.App(10, 1, 1024, domains: 5),
            Histories.Days(28, 10, (_, _, _, s) => s with { CpuCores = 0.15, Cpus = CpuCores.FromCores(1), Memory = MemorySize.FromMebibytes(1024) }),
            policy: policy);

        Assert.Equal(Verdict.TooBig, advice.Verdict);
        Assert.Equal(10, advice.Count!.Recommended);
    }

    [Fact]
    public void Advise_TwoInstancesOnTwoZones_EachCarriesAll()
    {
        var advice = Histories.Advise(Histories.App(2, domains: 2), Histories.Days(28, 2, (_, _, _, s) => s));

        Assert.Contains(ReasonCode.HaFloor, advice.Reasons);
        Assert.True(advice.Cpu!.Recommended >= 1.0 / 0.95, $"{advice.Cpu.Recommended}");
        Assert.Equal(2, advice.Count!.Recommended);
    }

    [Fact]
    public void Advise_KilledForMemory_IsTooSmall()
    {
        var advice = Histories.Advise(Histories.App(1, 0.6, 512), Histories.Days(28, 1, (day, i, _, s) => s with
        {
            Memory = MemorySize.FromMebibytes(512), MemoryBytes = 500 * Mebibyte, MemoryKills = day == 20 && i == 5 ? 1 : 0, Cpus = CpuCores.FromCores(0.6),
        }));

        Assert.Equal(Verdict.TooSmall, advice.Verdict);
        Assert.Contains(ReasonCode.OomSeen, advice.Reasons);
        Assert.Contains(ReasonCode.UseAtLimit, advice.Reasons);
        Assert.True(advice.Memory!.Recommended >= 612 * Mebibyte);
        Assert.False(advice.IsOverProvisioned);
    }

    [Fact]
    public void Advise_CpuAtItsLimit_NeverFits()
    {
        var advice = Histories.Advise(Histories.App(1, 1, 600), Histories.Days(28, 1, (_, i, _, s) => s with
        {
            Cpus = CpuCores.FromCores(1), CpuLimit = CpuCores.FromCores(1), CpuCores = i % 4 == 0 ? 0.99 : 0.4, Periods = 1000, ThrottledPeriods = i % 4 == 0 ? 700 : 0,
        }));

        Assert.Equal(Verdict.TooSmall, advice.Verdict);
        Assert.Contains(ReasonCode.UseAtLimit, advice.Reasons);
        Assert.Contains(ReasonCode.Throttled, advice.Reasons);
        Assert.True(advice.Cpu!.Recommended >= 1.2);
    }

    [Fact]
    public void Advise_MemoryAtItsLimit_IsNeverMadeSmaller()
    {
        var advice = Histories.Advise(Histories.App(1, 2, 1024), Histories.Days(28, 1, (_, i, _, s) => s with
        {
            Memory = MemorySize.FromMebibytes(1024), MemoryBytes = (i % 10 == 0 ? 1020 : 700) * Mebibyte,
        }));

        Assert.Contains(ReasonCode.UseAtLimit, advice.Reasons);
        Assert.True(advice.Memory!.Recommended >= 1024 * Mebibyte);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, true)]
    public void Advise_MemoryBelowItsPeak_SaysSo(double dial, bool isBelow)
    {
        var summary = Histories.Summary(Histories.Days(21, 1, (day, _, _, s) => s with { MemoryBytes = (day < 7 ? 1500 : 500) * Mebibyte }));
        var policy = RightSizingPolicy.Default with { Targets = RiskTargets.Default.Times(dial) };

        var advice = Advisor.Learn([.. Enumerable.Repeat(summary, 40)], policy).Advise(Histories.App(), summary);

        Assert.Equal(isBelow, advice.Memory!.Recommended < advice.Memory.Peak!.Value);
        Assert.Equal(isBelow, advice.Reasons.Contains(ReasonCode.BelowPeak));
    }

    [Fact]
    public void Advise_NoLoadForTwoWeeks_IsIdle()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s with { CpuCores = 0.001 }));

        Assert.Equal(Verdict.Idle, advice.Verdict);
        Assert.Contains(ReasonCode.Idle, advice.Reasons);
    }

    [Fact]
    public void Advise_OneHighDayAWeek_IsKept()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (day, _, _, s) => s with { CpuCores = day % 7 == 6 ? 1.4 : 0.3 }));

        Assert.Contains(ReasonCode.WeeklyPeak, advice.Reasons);
        Assert.True(advice.Cpu!.Recommended >= 1.4);
    }

    [Fact]
    public void Advise_StartUpSpike_IsNamedAndNotSizedFor()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (day, i, _, s) =>
            day % 7 == 3 && i == 40 ? s with { CpuCores = 2, StartedAt = s.At - TimeSpan.FromMinutes(2) } : s));

        Assert.Contains(ReasonCode.StartupSpike, advice.Reasons);
        Assert.InRange(advice.Cpu!.Recommended, 0.5, 0.65);
    }

    [Fact]
    public void Advise_FlatMemoryAtAShareOfTheLimit_IsAHeap()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s with { MemoryBytes = 1536 * Mebibyte }));

        Assert.Contains(ReasonCode.JvmHeapFixed, advice.Reasons);
    }

    [Fact]
    public void Advise_MoreCacheThanMemory_IsNamedAndLeftOut()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s with { CacheBytes = 1024 * Mebibyte }));

        Assert.Contains(ReasonCode.CacheHeavy, advice.Reasons);
        Assert.True(advice.Memory!.Recommended < 700 * Mebibyte);
    }

    [Fact]
    public void Advise_ShortWork_IsBatch()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, i, _, s) => s with { CpuCores = i < 8 ? 1.5 : 0.01 }));

        Assert.Contains(ReasonCode.Batch, advice.Reasons);
        Assert.True(advice.Cpu!.Recommended >= 1.5);
    }

    [Fact]
    public void Advise_FreshDeploy_IsNamed()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (day, i, _, s) => s with { Version = day > 25 || (day == 25 && i > 50) ? "v2" : "v1" }));

        Assert.Contains(ReasonCode.NewVersion, advice.Reasons);
        Assert.Equal(2, advice.Confidence.DaysSinceChange);
        Assert.Equal(ConfidenceGrade.B, advice.Confidence.Grade);
    }

    [Fact]
    public void Advise_DeployThatChangedTheLoad_OnlyWhatCameAfterDecides()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (day, _, _, s) => s with { Version = day >= 13 ? "v2" : "v1", CpuCores = day >= 13 ? 0.3 : 1.5 }));

        Assert.InRange(advice.Cpu!.Recommended, 0.3, 0.4);
        Assert.Equal(Histories.First.AddDays(14), advice.From);
    }

    [Fact]
    public void Advise_OwnersFloor_IsKeptAndNamed()
    {
        var app = Histories.App() with { Overrides = PolicyLabels.Read(new Dictionary<string, string> { ["capacity.cpu.min"] = "1.5", ["capacity.mem.min"] = "1GiB" }) };

        var advice = Histories.Advise(app, Histories.Days(28, 1, (_, _, _, s) => s));

        Assert.Contains(ReasonCode.OwnerFloor, advice.Reasons);
        Assert.Equal(1.5, advice.Cpu!.Recommended);
        Assert.Equal(1L << 30, advice.Memory!.Recommended);
    }

    [Fact]
    public void Advise_Catalogue_TakesTheCheapestThatHolds()
    {
        var policy = RightSizingPolicy.Default with
        {
            Catalogue = [new("S", CpuCores.FromCores(0.25), MemorySize.FromMebibytes(512)), new("M", CpuCores.FromCores(1), MemorySize.FromMebibytes(1024)), new("L", CpuCores.FromCores(4), MemorySize.FromMebibytes(4096))],
        };

        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s), policy);

        Assert.Equal("M", advice.CatalogueSize);
        Assert.Equal(1, advice.Cpu!.Recommended);
    }

    [Fact]
    public void Advise_CatalogueBeyondTheCap_StaysWithinTheCap()
    {
        var policy = RightSizingPolicy.Default with { Catalogue = [new("L", CpuCores.FromCores(4), MemorySize.FromMebibytes(4096))] };
        var app = Histories.App() with { Overrides = new() { CpuCap = CpuCores.FromCores(3) } };

        var advice = Histories.Advise(app, Histories.Days(28, 1, (_, _, _, s) => s), policy);

        Assert.Null(advice.CatalogueSize);
        Assert.InRange(advice.Cpu!.Recommended, 0.5, 0.62);
    }

    [Theory]
    [InlineData(2, 0.5, 0.62, Verdict.TooBig)]
    [InlineData(0.52, 0.52, 0.52, Verdict.Fine)]
    [InlineData(0.25, 0.3, 0.3, Verdict.TooSmall)]
    [InlineData(0.35, 0.35, 0.35, Verdict.TooSmall)]
    public void Advise_CapBelowTheNeed_HoldsBackGrowthAndTakesNothingAway(double request, double least, double most, Verdict verdict)
    {
        var app = Histories.App(1, request, 600) with { Overrides = PolicyLabels.Read(new Dictionary<string, string> { ["capacity.cpu.max"] = "0.3" }) };

        var advice = Histories.Advise(app, Histories.Days(28, 1, (_, _, _, s) => s with { Cpus = app.Cpus, Memory = app.Memory }));

        Assert.InRange(advice.Cpu!.Recommended, least, most);
        Assert.True(advice.Cpu.Recommended >= Math.Min(request, advice.Cpu.Needed));
        Assert.Equal((verdict, 0.3), (advice.Verdict, advice.Cpu.Cap));
        Assert.Contains(ReasonCode.CapBelowNeed, advice.Reasons);
        Assert.DoesNotContain(ReasonCode.Optimised, advice.Reasons);
        Assert.Null(advice.Memory!.Cap);
    }

    [Fact]
    public void Advise_MemoryCapBelowTheNeed_TakesNothingAway()
    {
        var app = Histories.App() with { Overrides = new() { MemoryCap = MemorySize.FromMebibytes(300) } };

        var advice = Histories.Advise(app, Histories.Days(28, 1, (_, _, _, s) => s));

        Assert.True(advice.Memory!.Recommended >= advice.Memory.Needed);
        Assert.Contains(ReasonCode.CapBelowNeed, advice.Reasons);
    }

    [Fact]
    public void Advise_CapBetweenTheNeedAndItsStep_IsFollowed()
    {
        var days = Histories.Days(28, 1, (_, _, _, s) => s);
        var policy = RightSizingPolicy.Default with { CpuStep = CpuCores.FromCores(0.4), CpuCap = CpuCores.FromCores(0.65) };

        var advice = Histories.Advise(Histories.App(), days, policy);

        Assert.Equal((0.65, null), (advice.Cpu!.Recommended, advice.Cpu.Cap));
        Assert.True(advice.Cpu.Needed < 0.65);
    }

    [Fact]
    public void Advise_CapThatFewerInstancesWouldBreak_KeepsTheirCount()
    {
        var app = Histories.App(10, 1, 4096, domains: 5) with { Overrides = new() { CpuCap = CpuCores.FromCores(0.2) } };
        var days = Histories.Days(28, 10, (day, _, _, s) => s with
        {
            CpuCores = day % 7 < 5 ? 0.15 : 0.12, MemoryBytes = (day % 7 < 5 ? 2000 : 1920) * Mebibyte, Cpus = app.Cpus, Memory = app.Memory,
        });

        var advice = Histories.Advise(app, days);

        Assert.Equal(10, advice.Count!.Recommended);
        Assert.True(advice.Cpu!.Recommended <= 0.2, $"{advice.Cpu.Recommended}");
        Assert.NotEqual(10, Histories.Advise(app with { Overrides = PolicyOverrides.None }, days).Count!.Recommended);
    }

    [Fact]
    public void Advise_LimitApartFromTheRequest_IsNotLowered()
    {
        var app = Histories.App() with { CpuLimit = CpuCores.FromCores(4), MemoryLimit = MemorySize.FromMebibytes(4096) };

        var advice = Histories.Advise(app, Histories.Days(28, 1, (_, _, _, s) => s with { CpuLimit = CpuCores.FromCores(4), MemoryLimit = MemorySize.FromMebibytes(4096) }));

        Assert.Equal(4, advice.Cpu!.RecommendedLimit);
        Assert.Equal(advice.Memory!.Recommended, advice.Memory.RecommendedLimit);
    }

    [Fact]
    public void Advise_SmallChange_KeepsTheAdviceBefore()
    {
        var before = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s));

        var after = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s with { CpuCores = 0.485 }), previous: before);

        Assert.Equal(before.Cpu!.Recommended, after.Cpu!.Recommended);
    }

    [Fact]
    public void Advise_AdviceBeforeALittleUnderTheNeed_IsNotKept()
    {
        var days = Histories.Days(28, 2, (_, _, _, s) => s);
        var first = Histories.Advise(Histories.App(2, domains: 2), days);
        var before = first with { Cpu = first.Cpu! with { Recommended = first.Cpu.Needed * 0.985 }, Memory = first.Memory! with { Recommended = first.Memory.Needed * 0.985 } };

        var after = Histories.Advise(Histories.App(2, domains: 2), days, previous: before);

        Assert.True(after.Cpu!.Recommended >= after.Count!.DemandP99 / (RightSizingPolicy.Default.UtilisationAfterLoss * (after.Count.Recommended - after.Count.LostWithDomain)));
        Assert.True(after.Memory!.Recommended >= after.Memory.Needed);
    }

    [Fact]
    public void Advise_FlagThatWasUp_GoesDownLater()
    {
        var days = Histories.Days(28, 1, (_, _, _, s) => s with { Cpus = CpuCores.FromCores(0.7), Memory = MemorySize.FromMebibytes(600) });
        var app = Histories.App(1, 0.7, 600);
        var quiet = Histories.Advise(app, days);
        var flagged = Histories.Advise(app, days, previous: quiet with { Verdict = Verdict.TooBig, Cpu = null });

        // About 17 % too much: not enough for a flag, too much to take one down.
        Assert.InRange(quiet.Cpu!.Waste / quiet.Cpu.Current, 0.15, 0.2);
        Assert.Equal(Verdict.Fine, quiet.Verdict);
        Assert.Equal(Verdict.TooBig, flagged.Verdict);
    }

    [Fact]
    public void AfterPacking_NoMachineFreed_SaysSo()
    {
        var advice = Histories.Advise(Histories.App(), Histories.Days(28, 1, (_, _, _, s) => s));

        Assert.Null(advice.MachinesFreed);
        Assert.Contains(ReasonCode.StrandedNoNodeSaving, advice.AfterPacking(0).Reasons);
        Assert.DoesNotContain(ReasonCode.StrandedNoNodeSaving, advice.AfterPacking(2).Reasons);
    }

    [Fact]
    public void Overrides_AppOverTeam_TheAppWins()
    {
        var team = new PolicyOverrides { InstanceFloor = 3, CpuFloor = CpuCores.FromCores(1) };

        var both = team.Under(PolicyLabels.Read(new Dictionary<string, string> { ["capacity.cpu.min"] = "0.5", ["capacity.mem.max"] = "much" }));

        Assert.Equal(0.5, both.CpuFloor!.Value.Cores);
        Assert.Equal(3, both.InstanceFloor);
        Assert.Equal(["capacity.mem.max"], PolicyLabels.Faults(new Dictionary<string, string> { ["capacity.mem.max"] = "much" }));
    }
}
