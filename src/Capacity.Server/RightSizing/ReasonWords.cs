using System.Globalization;
using System.Text;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.RightSizing;

/// <summary>Says reasons and verdicts in plain words.</summary>
public static class ReasonWords
{
    /// <summary>Writes the code as machines read it: <c>CPU_OVERSIZED</c>.</summary>
    public static string Code(ReasonCode code)
    {
        var text = new StringBuilder();
        foreach (var c in code.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>Says what an app is.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Unknown => "not known yet",
        Verdict.Fine => "fine",
        Verdict.TooBig => "too big",
        Verdict.TooMany => "too many",
        Verdict.TooBigAndTooMany => "too big and too many",
        Verdict.Idle => "idle",
        Verdict.TooSmall => "too small",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>Says what an app is, as far as that can be said.</summary>
    public static string Of(Recommendation advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return IsUnripe(advice) ? "nothing to act on yet" : Of(advice.Verdict);
    }

    /// <summary>Says why.</summary>
    /// <param name="code">The reason.</param>
    /// <param name="advice">What it is given for.</param>
    public static string Of(ReasonCode code, Recommendation advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        var (cpu, memory, count) = (advice.Cpu, advice.Memory, advice.Count);
        return code switch
        {
            ReasonCode.NotEnoughData => "Fewer than three days are known, or nothing was measured: no advice yet.",
            ReasonCode.OneWeekOnly when advice is { Verdict: Verdict.Unknown, Confidence.FullWeeks: 0 } =>
                "It looks larger or more than needed, but no whole week is known: wait, a peak that comes once a week may be missing.",
            ReasonCode.OneWeekOnly => "Less than two whole weeks are known: a peak that comes once a week may be missing.",
            ReasonCode.NewVersion => $"A deploy or a change of size {Days(advice.Confidence.DaysSinceChange)}: older days say less.",
            ReasonCode.Idle => "It has used next to no CPU for two weeks: ask whether anybody would miss it.",
            ReasonCode.Optimised when IsUnripe(advice) => "What is known asks for another size, but grade D is not to be acted on: wait for more days.",
            ReasonCode.Optimised => "Nothing to gain that is worth a change.",
            ReasonCode.CpuOversized => $"CPU is larger than it has to be: the busiest instance stays below {Amounts.NamedCores(cpu?.P99)} for 99 % of the time, its peak was {Amounts.Cores(cpu?.Peak?.Value)}.",
            ReasonCode.MemOversized => $"Memory is larger than it has to be: no instance ever held more than {Amounts.Bytes(memory?.Peak?.Value)}.",
            ReasonCode.BelowPeak => $"Memory is advised below the highest moment, {Amounts.Bytes(memory?.Peak?.Value)}, as the settings allow: when that comes again, an instance is killed.",
            ReasonCode.TooManyInstances => $"Fewer instances carry the load, and still do when {Amounts.Counted(count?.LostWithDomain ?? 0, "instance")} of a failure domain are lost.",
            ReasonCode.HaFloor => $"Fewer instances or less CPU would not survive the loss of one of its {count?.FailureDomains} failure domains.",
            ReasonCode.OwnerFloor => "The owner, or the policy of the cluster, asks for more than is needed.",
            ReasonCode.CapBelowNeed => Capped(cpu, memory),
            ReasonCode.Skewed => $"One instance works {Amounts.Number(count?.Skew)} times as much as the mean: the count is left alone.",
            ReasonCode.Throttled => "It was held back in more than 1 % of the enforcement periods: it wants more CPU than it may have.",
            ReasonCode.UseAtLimit => "It was at a limit in more than 1 % of the samples: nobody knows what it would have used, so the limit counts as too little.",
            ReasonCode.OomSeen => "Instances were killed for their memory.",
            ReasonCode.JvmHeapFixed => "Memory is flat at a constant share of its limit, as a fixed heap is: change the heap's setting together with the size.",
            ReasonCode.CacheHeavy => "It holds more page cache than memory of its own. The cache is left out of the size: reads may get slower.",
            ReasonCode.Batch => "It works in short stretches.",
            ReasonCode.StartupSpike => "Its start-up takes more CPU than the size gives: starts take longer.",
            ReasonCode.WeeklyPeak => "One day of the week is the highest, week after week, and is kept.",
            ReasonCode.StrandedNoNodeSaving => "Re-packing with these sizes frees no machine.",
            _ => Code(code),
        };
    }

    private static bool IsUnripe(Recommendation advice) =>
        advice is { Verdict: Verdict.Fine, Confidence.Grade: ConfidenceGrade.D } && Shape.Advised(advice) != Shape.Now(advice.App);

    private static string Capped(ResourceAdvice? cpu, ResourceAdvice? memory)
    {
        string?[] needs =
        [
            cpu?.Cap is double cores ? $"{Amounts.Cores(cpu.Needed)} cores are needed and a cap allows {Amounts.Cores(cores)}" : null,
            memory?.Cap is double bytes ? $"{Amounts.Bytes(memory.Needed)} of memory is needed and a cap allows {Amounts.Bytes(bytes)}" : null,
        ];
        var isHeldBack = cpu?.IsHeldBack == true || memory?.IsHeldBack == true;
        return $"{(isHeldBack ? "A cap holds it back" : "A cap lies below the need")}: {string.Join("; ", needs.OfType<string>())}. {(isHeldBack ? "Raise the cap, or live with too little." : "The cap is not followed: that would be too little.")}";
    }

    private static string Days(int? days) => days switch
    {
        null => "lately",
        0 => "today",
        1 => "yesterday",
        int n => string.Create(CultureInfo.InvariantCulture, $"{n} days ago"),
    };
}
