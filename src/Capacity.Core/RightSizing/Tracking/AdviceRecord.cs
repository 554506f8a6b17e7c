using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>Advice as it is remembered.</summary>
/// <param name="App">The app.</param>
/// <param name="At">When it became so.</param>
/// <param name="Verdict">What the app was.</param>
/// <param name="Grade">How far it could be trusted.</param>
/// <param name="Current">What the app had.</param>
/// <param name="Advised">What it should have; <see langword="null"/> where too little was known.</param>
/// <param name="CostPerHour">What it cost an hour.</param>
/// <param name="SavingPerHour">What the advice would have saved an hour.</param>
public sealed record AdviceRecord(
    AppKey App, DateTimeOffset At, Verdict Verdict, ConfidenceGrade Grade, Shape Current, Shape? Advised, double CostPerHour, double SavingPerHour)
{
    /// <summary>Takes what is remembered of a recommendation.</summary>
    public static AdviceRecord Of(Recommendation advice, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return new(advice.App.Key, at, advice.Verdict, advice.Confidence.Grade, Shape.Now(advice.App), Shape.Advised(advice), advice.CostPerHour, advice.SavingPerHour);
    }

    /// <summary>Says whether it says the same, whenever it was said.</summary>
    public bool SaysTheSameAs(AdviceRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (App, Verdict, Grade, Current, Advised) == (other.App, other.Verdict, other.Grade, other.Current, other.Advised);
    }

    /// <summary>Gives as much of the recommendation as the next one is held against; <see langword="null"/> where nothing was advised.</summary>
    public Recommendation? ToPrevious() => Advised is null ? null : new()
    {
        App = new() { Key = App, Instances = Current.Instances, Cpus = Current.Cpus, Memory = Current.Memory },
        From = DateOnly.FromDateTime(At.UtcDateTime),
        End = DateOnly.FromDateTime(At.UtcDateTime),
        Verdict = Verdict,
        Reasons = [],
        Confidence = new(Grade, 0, 0, null, 0),
        Cpu = new() { Current = Current.Cpus.Cores, Needed = Advised.Cpus.Cores, Recommended = Advised.Cpus.Cores },
        Memory = new() { Current = Current.Memory.Bytes, Needed = Advised.Memory.Bytes, Recommended = Advised.Memory.Bytes },
        Count = new(Current.Instances, Advised.Instances, 0, 1, 0, null, null),
    };
}
