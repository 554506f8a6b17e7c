using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Api.RightSizing;

internal sealed record RecommendationDocument
{
    public required string Framework { get; init; }

    public required string Id { get; init; }

    [Description("The team that owns it; null where nobody does.")]
    public required string? Team { get; init; }

    public required Verdict Verdict { get; init; }

    [Description("How far to trust it, from A to D.")]
    public required string Grade { get; init; }

    [Description("Why, the weightiest first.")]
    public required IReadOnlyList<ReasonDocument> Reasons { get; init; }

    [Description("Its labels with floors and caps that cannot be read, and so say nothing.")]
    public required IReadOnlyList<string> UnreadLabels { get; init; }

    [Description("When it was computed.")]
    public required DateTimeOffset ComputedAt { get; init; }

    [Description("Since when it says the same.")]
    public required DateTimeOffset Since { get; init; }

    [Description("The first day that was looked at.")]
    public required DateOnly WindowFrom { get; init; }

    [Description("The day after the last.")]
    public required DateOnly WindowEnd { get; init; }

    [Description("What the app has now.")]
    public required ShapeDocument Current { get; init; }

    [Description("What it should have; null where too little is known.")]
    public required ShapeDocument? Recommended { get; init; }

    [Description("What the app costs an hour now, in the configured money.")]
    public required double CostPerHour { get; init; }

    [Description("What the advice saves an hour; 0 where it asks for more. Never more than the cost.")]
    public required double SavingPerHour { get; init; }

    [Description("What changing only the size saves an hour; negative where it costs more.")]
    public required double SizeSavingPerHour { get; init; }

    [Description("What changing only the count saves an hour.")]
    public required double CountSavingPerHour { get; init; }

    [Description("The CPU that the advice frees in all instances together; negative where it asks for more.")]
    public required double? FreedCpuCores { get; init; }

    [Description("The memory that it frees.")]
    public required double? FreedMemoryBytes { get; init; }

    [Description("What the CPU stands on.")]
    public required EvidenceDocument? Cpu { get; init; }

    [Description("What the memory stands on.")]
    public required EvidenceDocument? Memory { get; init; }

    [Description("What the count stands on.")]
    public required CountAdvice? Count { get; init; }

    [Description("What the grade stands on.")]
    public required ConfidenceDocument Confidence { get; init; }

    [Description("What the same rule would have advised a week ago, and how that would have done since; null with less than two weeks.")]
    public required HeldOutWeek? BackTest { get; init; }

    [Description("The machines that re-packing frees with this advice alone; of the 20 apps that waste most, and more than a machine, null of others.")]
    public required int? MachinesFreed { get; init; }

    [Description("The owner's last word.")]
    public required DecisionDocument? Decision { get; init; }

    [Description("What is saved an hour since accepted advice was followed; null where nothing was changed.")]
    public required double? RealisedPerHour { get; init; }

    [Description("What happened after the last change of size or count; null where none was seen, and in answers on more than one app, which do not look it up.")]
    public OutcomeDocument? Outcome { get; init; }

    [Description("The body of PUT /v2/apps/{id} that does it; null where there is nothing to do or no Marathon.")]
    public required MarathonPatch? MarathonPatch { get; init; }

    [Description("Why there is no such body; null where there is one.")]
    public required string? WhyNoMarathonPatch { get; init; }

    public static RecommendationDocument Of(AdvisedApp app, DateTimeOffset computedAt)
    {
        var advice = app.Advice;
        var (now, advised) = (Shape.Now(advice.App), Shape.Advised(advice));
        return new()
        {
            Framework = advice.App.Key.Framework,
            Id = advice.App.Key.Id,
            Team = advice.App.Team,
            Verdict = advice.Verdict,
            Grade = advice.Confidence.Grade.ToString(),
            Reasons = [.. advice.Reasons.Select(r => new ReasonDocument(ReasonWords.Code(r), ReasonWords.Of(r, advice)))],
            UnreadLabels = advice.App.UnreadLabels,
            ComputedAt = computedAt,
            Since = app.Since,
            WindowFrom = advice.From,
            WindowEnd = advice.End,
            Current = ShapeDocument.Of(now)!,
            Recommended = ShapeDocument.Of(advised),
            CostPerHour = advice.CostPerHour,
            SavingPerHour = app.SavingPerHour,
            SizeSavingPerHour = advice.SizeSavingPerHour,
            CountSavingPerHour = advice.CountSavingPerHour,
            FreedCpuCores = advised is null ? null : (now.Cpus.Cores * now.Instances) - (advised.Cpus.Cores * advised.Instances),
            FreedMemoryBytes = advised is null ? null : ((double)now.Memory.Bytes * now.Instances) - ((double)advised.Memory.Bytes * advised.Instances),
            Cpu = EvidenceDocument.Of(advice.Cpu),
            Memory = EvidenceDocument.Of(advice.Memory),
            Count = advice.Count,
            Confidence = ConfidenceDocument.Of(advice.Confidence),
            BackTest = advice.BackTest,
            MachinesFreed = advice.MachinesFreed,
            Decision = DecisionDocument.Of(app.Decision),
            RealisedPerHour = app.RealisedPerHour,
            MarathonPatch = MarathonPatch.Of(app),
            WhyNoMarathonPatch = MarathonPatch.WhyNone(app),
        };
    }
}
