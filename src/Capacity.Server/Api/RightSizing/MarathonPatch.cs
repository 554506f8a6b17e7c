using System.Text.Json.Serialization;
using Capacity.Core.RightSizing.Advice;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Api.RightSizing;

/// <summary>The body of <c>PUT /v2/apps/{id}</c> that does what is advised; sizes in cores and MiB, as Marathon takes them.</summary>
internal sealed record MarathonPatch(
    double Cpus,
    double Mem,
    int Instances,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MarathonPatch.Limits? ResourceLimits)
{
    private const double BytesPerMebibyte = 1L << 20;

    /// <summary>Writes it; <see langword="null"/> where there is nothing to change, or nobody to tell.</summary>
    public static MarathonPatch? Of(AdvisedApp app) => app is { InMarathon: true, Advice: { Verdict: not (Verdict.Unknown or Verdict.Fine), Cpu: { } cpu, Memory: { } memory, Count: { } count } }
        ? new(
            Math.Round(cpu.Recommended, 3),
            Math.Ceiling(memory.Recommended / BytesPerMebibyte),
            count.Recommended,
            cpu.RecommendedLimit is null && memory.RecommendedLimit is null
                ? null
                : new(cpu.RecommendedLimit is double c ? Math.Round(c, 3) : null, memory.RecommendedLimit is double m ? Math.Ceiling(m / BytesPerMebibyte) : null))
        : null;

    /// <summary>The limits that go with them (Marathon 1.10 and later).</summary>
    internal sealed record Limits(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Cpus,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Mem);
}
