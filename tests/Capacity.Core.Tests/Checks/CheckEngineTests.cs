using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Checks;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Checks;

/// <summary>One subject of a made-up check, from one look to the next.</summary>
public sealed class CheckEngineTests
{
    private static readonly CheckSettings Settings = new()
    {
        Threshold = 10,
        Clear = 5,
        For = TimeSpan.FromMinutes(2),
        KeepFiring = TimeSpan.FromMinutes(3),
        Severity = AlertSeverity.Warning,
    };

    private double? value;
    private string? blindness;
    private DateTimeOffset? since;

    [Fact]
    public void Look_BeyondTheThreshold_FiresWhenItHeld()
    {
        var looks = Begin();

        Assert.Equal([null, CheckStage.Pending, CheckStage.Pending, CheckStage.Firing], Stages(looks, 10, 11, 12, 11));
    }

    [Fact]
    public void Look_WellForAMoment_WaitsAnew()
    {
        var looks = Begin();

        Assert.Equal([CheckStage.Pending, CheckStage.Pending, null, CheckStage.Pending, CheckStage.Pending, CheckStage.Firing], Stages(looks, 11, 11, 9, 11, 11, 11));
    }

    [Fact]
    public void Look_BetweenTheThresholds_FiresOn()
    {
        var looks = Begin();
        Stages(looks, 11, 11, 11);

        Assert.All(Stages(looks, 6, 9, 6, 9, 6, 9, 6), s => Assert.Equal(CheckStage.Firing, s));
        Assert.Null(looks.Last[0].Tracks[0].ClearSince);
    }

    [Fact]
    public void Look_WellForLongEnough_EndsOnce()
    {
        var looks = Begin();
        Stages(looks, 11, 11, 11);

        Assert.Equal([CheckStage.Firing, CheckStage.Firing, CheckStage.Firing], Stages(looks, 5, 4, 3));
        Assert.Empty(looks.Last[0].Resolved);
        Assert.Equal([null], Stages(looks, 5));
        Assert.Single(looks.Last[0].Resolved);
        Stages(looks, 5);
        Assert.Empty(looks.Last[0].Resolved);
    }

    [Fact]
    public void Look_Flapping_IsOneAlert()
    {
        var looks = Begin();
        Stages(looks, 11, 11, 11);
        var began = looks.Last[0].Tracks[0].FiringSince;

        var stages = Stages(looks, 1, 11, 1, 1, 11, 1, 11, 1, 1, 11);

        Assert.All(stages, s => Assert.Equal(CheckStage.Firing, s));
        Assert.Equal(began, looks.Last[0].Tracks[0].FiringSince);
    }

    [Fact]
    public void Look_Blind_LeavesEverythingAsItWas()
    {
        var looks = Begin();
        Stages(looks, 11, 11, 11);
        (value, blindness) = (null, "nobody answers");

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(CheckStage.Firing, Stage(looks)));
        Assert.Equal("nobody answers", looks.Last[0].Blindness);
        Assert.Null(looks.Last[0].Tracks[0].ClearSince);
    }

    [Fact]
    public void Look_SourceSaysSinceWhen_FiresAtOnce()
    {
        var looks = Begin();
        since = Agents.Noon.AddMinutes(-10);

        Assert.Equal([CheckStage.Firing], Stages(looks, 11));
        Assert.Equal(since, looks.Last[0].Tracks[0].Since);
    }

    [Fact]
    public void Look_WarmingUp_NeitherBeginsNorEnds()
    {
        var looks = Begin(TimeSpan.FromMinutes(5));

        Assert.Equal([CheckStage.Pending, CheckStage.Pending, CheckStage.Pending, CheckStage.Pending, CheckStage.Firing], Stages(looks, 11, 11, 11, 11, 11));
    }

    [Fact]
    public void Restore_StillWrong_FiresOnWithTheSameBeginning()
    {
        var looks = Begin(TimeSpan.FromMinutes(2));
        looks.Engine.Restore("MadeUp", Subject, Agents.Noon.AddHours(-1));

        Assert.Equal([CheckStage.Firing, CheckStage.Firing, CheckStage.Firing], Stages(looks, 11, 11, 11));
        Assert.Equal(Agents.Noon.AddHours(-1), looks.Last[0].Tracks[0].FiringSince);
    }

    [Fact]
    public void Restore_WellMeanwhile_EndsAfterTheWarmUpAndNotBefore()
    {
        var looks = Begin(TimeSpan.FromMinutes(6));
        looks.Engine.Restore("MadeUp", Subject, Agents.Noon.AddHours(-1));

        Assert.Equal([CheckStage.Firing, CheckStage.Firing, CheckStage.Firing, CheckStage.Firing, CheckStage.Firing, null], Stages(looks, 1, 1, 1, 1, 1, 1));
        Assert.Single(looks.Last[0].Resolved);
    }

    [Fact]
    public void RestorePending_StillWrong_WaitsOn()
    {
        var looks = Begin();
        looks.Engine.Restore(new PendingCheck("MadeUp", Subject, Agents.Noon.AddMinutes(-0.5)));

        Assert.Equal([CheckStage.Pending, CheckStage.Firing], Stages(looks, 11, 11));
        Assert.Equal(Agents.Noon.AddMinutes(-0.5), looks.Last[0].Tracks[0].Since);
    }

    [Fact]
    public void RestorePending_WellMeanwhile_IsForgotten()
    {
        var looks = Begin();
        looks.Engine.Restore(new PendingCheck("MadeUp", Subject, Agents.Noon.AddHours(-1)));

        Assert.Equal([null, CheckStage.Pending, CheckStage.Pending, CheckStage.Firing], Stages(looks, 1, 11, 11, 11));
    }

    [Fact]
    public void RestorePending_NotDoneAnyMore_IsLeftOut()
    {
        var looks = Begin();
        looks.Engine.Restore(new PendingCheck("OfALaterVersion", Subject, Agents.Noon.AddHours(-1)));

        Assert.Equal([null], Stages(looks, 1));
    }

    [Fact]
    public void Look_Explained_IsAskedWhenItFiresAndNotAgain()
    {
        var asked = 0;
        var looks = new Looks(default, Rule() with { Explain = (_, _) => $"answer {++asked}" });

        Stages(looks, 11, 11, 11, 11, 11);

        Assert.Equal((1, "answer 1"), (asked, looks.Last[0].Tracks[0].Explanation));
    }

    [Fact]
    public void Look_AnyValues_AlertsBeginAndEndInTurnAndLastLongEnough() => Gen.Double[0, 15].Array[5, 60].Holds(values =>
    {
        var looks = Begin();
        DateTimeOffset? firing = null;
        var wrongSince = looks.Now;
        foreach (var next in values)
        {
            wrongSince = next > 10 ? wrongSince : looks.Now + TimeSpan.FromMinutes(2);
            var stage = Stages(looks, next)[0];
            Assert.Equal(firing is not null && stage != CheckStage.Firing, looks.Last[0].Resolved.Count == 1);
            if (stage == CheckStage.Firing && firing is null)
            {
                Assert.True(looks.Now - wrongSince >= Settings.For);
            }

            if (stage != CheckStage.Firing && firing is { } began)
            {
                Assert.True(looks.Now - began >= Settings.KeepFiring);
            }

            firing = stage == CheckStage.Firing ? firing ?? looks.Now : null;
        }
    });

    private static LabelSet Subject { get; } = LabelSet.Create([new("host", "a")]);

    private CheckRule Rule() => new("MadeUp", "Something is made up.", CheckBasis.Service, _ =>
        blindness is { } why ? CheckLook.Blind(why) : CheckLook.Whole(value is { } v ? [new(Subject, v, $"{v}", since)] : []))
    {
        Standard = Settings, Identity = ["host"],
    };

    private Looks Begin(TimeSpan warmUp = default) => new(warmUp, Rule());

    private CheckStage?[] Stages(Looks looks, params double[] values) => [.. values.Select(v =>
    {
        value = v;
        return Stage(looks);
    })];

    private static CheckStage? Stage(Looks looks) => looks.After(60, null)[0].Tracks is [var track] ? track.Stage : null;
}
