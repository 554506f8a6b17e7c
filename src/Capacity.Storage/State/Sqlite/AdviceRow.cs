using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Core.Units;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>advice</c> or <c>decision</c>.</summary>
internal sealed class AdviceRow
{
    private const double NanoPerCore = 1e9;

    public string Framework { get; init; } = "";

    public string Name { get; init; } = "";

    public long At { get; init; }

    public string Verdict { get; init; } = "";

    public string Grade { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Reason { get; init; } = "";

    public long? Until { get; init; }

    public long Cpus { get; init; }

    public long Memory { get; init; }

    public int Instances { get; init; }

    public long? AdvisedCpus { get; init; }

    public long? AdvisedMemory { get; init; }

    public int? AdvisedInstances { get; init; }

    public double Cost { get; init; }

    public double Saving { get; init; }

    public static AdviceRow Of(AdviceRecord r) => new()
    {
        Framework = r.App.Framework,
        Name = r.App.Id,
        At = r.At.ToMicroseconds(),
        Verdict = r.Verdict.ToString(),
        Grade = r.Grade.ToString(),
        Cpus = r.Current.Cpus.NanoCores,
        Memory = r.Current.Memory.Bytes,
        Instances = r.Current.Instances,
        AdvisedCpus = r.Advised?.Cpus.NanoCores,
        AdvisedMemory = r.Advised?.Memory.Bytes,
        AdvisedInstances = r.Advised?.Instances,
        Cost = r.CostPerHour,
        Saving = r.SavingPerHour,
    };

    public static AdviceRow Of(OwnerDecision d) => new()
    {
        Framework = d.App.Framework,
        Name = d.App.Id,
        At = d.At.ToMicroseconds(),
        Kind = d.Kind.ToString(),
        Reason = d.Reason,
        Until = d.Until?.ToMicroseconds(),
        Cpus = d.Current.Cpus.NanoCores,
        Memory = d.Current.Memory.Bytes,
        Instances = d.Current.Instances,
        AdvisedCpus = d.Advised?.Cpus.NanoCores,
        AdvisedMemory = d.Advised?.Memory.Bytes,
        AdvisedInstances = d.Advised?.Instances,
        Cost = d.CostPerHour,
        Saving = d.SavingPerHour,
    };

    // A word that this program does not know was written by a newer one.
    public AdviceRecord ToRecord() => new(
        new(Framework, Name),
        Moments.ToTime(At),
        Enum.TryParse<Verdict>(Verdict, out var verdict) ? verdict : Core.RightSizing.Advice.Verdict.Unknown,
        Enum.TryParse<ConfidenceGrade>(Grade, out var grade) ? grade : ConfidenceGrade.D,
        Current,
        Advised,
        Cost,
        Saving);

    public OwnerDecision? ToDecision() => Enum.TryParse<DecisionKind>(Kind, out var kind)
        ? new(new(Framework, Name), Moments.ToTime(At), kind, Reason, Until is long us ? Moments.ToTime(us) : null, Current, Advised, Cost, Saving)
        : null;

    private Shape Current => new(CpuCores.FromCores(Cpus / NanoPerCore), MemorySize.FromBytes(Memory), Instances);

    private Shape? Advised => (AdvisedCpus, AdvisedMemory, AdvisedInstances) is (long cpus, long memory, int instances)
        ? new(CpuCores.FromCores(cpus / NanoPerCore), MemorySize.FromBytes(memory), instances)
        : null;
}
