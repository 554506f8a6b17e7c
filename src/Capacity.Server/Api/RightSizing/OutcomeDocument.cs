using System.ComponentModel;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.Api.RightSizing;

[Description("What happened after the last change of an app's size or count.")]
internal sealed record OutcomeDocument(
    [property: Description("When the change was seen.")] DateTimeOffset ChangedAt,
    [property: Description("What the app had before it.")] ShapeDocument From,
    [property: Description("What it had after it.")] ShapeDocument To,
    [property: Description("What is saved an hour since, in the configured money; negative where it costs more.")] double RealisedPerHour,
    [property: Description("The days that were watched since, of those that advice looks back on; the day of the change is one.")] int Days,
    [property: Description("Kills for memory in these days.")] int MemoryKills,
    [property: Description("The share of enforcement periods that were throttled in these days, 0 to 1; null where none are counted.")] double? ThrottledRatio,
    [property: Description("The share of samples above the new CPU request in these days, 0 to 1; null where nothing was measured.")] double? CpuExceedRatio)
{
    public static OutcomeDocument? Of(Outcome? outcome) => outcome is null
        ? null
        : new(
            outcome.ChangedAt,
            ShapeDocument.Of(outcome.From)!,
            ShapeDocument.Of(outcome.To)!,
            outcome.RealisedPerHour,
            outcome.Days,
            outcome.MemoryKills,
            outcome.ThrottledRatio,
            outcome.CpuExceedRatio);
}
