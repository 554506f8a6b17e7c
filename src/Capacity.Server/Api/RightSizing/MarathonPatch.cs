using System.ComponentModel;
using System.Text.Json.Serialization;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;
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
    private const string Unlimited = "unlimited";

    /// <summary>Writes it; <see langword="null"/> where there is nothing to change, or nobody to tell: <see cref="WhyNone"/> says which.</summary>
    public static MarathonPatch? Of(AdvisedApp app) => WhyNone(app) is null && app.Advice is { Cpu: { } cpu, Memory: { } memory, Count: { } count }
        ? new(
            Math.Round(cpu.Recommended, 3),
            Math.Ceiling(memory.Recommended / BytesPerMebibyte),
            count.Recommended,
            cpu.RecommendedLimit is null && memory.RecommendedLimit is null
                ? null
                : new(
                    cpu.RecommendedLimit is double c ? Math.Round(c, 3) : app.Advice.App.HasUnlimitedCpus ? Unlimited : null,
                    memory.RecommendedLimit is double m ? Math.Ceiling(m / BytesPerMebibyte) : app.Advice.App.HasUnlimitedMemory ? Unlimited : null))
        : null;

    /// <summary>Says why there is none; <see langword="null"/> where there is one.</summary>
    public static string? WhyNone(AdvisedApp app) => app switch
    {
        { Advice: { Verdict: Verdict.Unknown } or { Cpu: null } or { Memory: null } or { Count: null } } => "There is no body for Marathon: too little is known to act on.",
        { Advice.Verdict: Verdict.Fine } => "There is no body for Marathon: there is nothing to change.",
        { Advice: var advice } when Shape.Advised(advice) == Shape.Now(advice.App) && Keeps(advice.Cpu!, advice.App.CpuLimit?.Cores) && Keeps(advice.Memory!, advice.App.MemoryLimit?.Bytes) =>
            "There is no body for Marathon: what is advised is what it has.",
        { InMarathon: false } => "There is no body for Marathon: no Marathon that answers has it as an app. A pod is changed by its whole definition (PUT /v2/pods/{id}), what another framework runs by that framework.",
        _ => null,
    };

    private static bool Keeps(ResourceAdvice advice, double? limit) => advice.RecommendedLimit is null || advice.RecommendedLimit == limit;

    /// <summary>The limits that go with them (Marathon 1.10 and later). Marathon puts them in the place of all that were there, so what is unlimited is said again.</summary>
    internal sealed record Limits(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Cores, or \"unlimited\".")] object? Cpus,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("MiB, or \"unlimited\".")] object? Mem);
}
