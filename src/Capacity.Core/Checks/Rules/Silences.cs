using Capacity.Core.Cluster;

namespace Capacity.Core.Checks.Rules;

/// <summary>Which servers did not answer at all. One that refuses, or is not ready, runs.</summary>
internal static class Silences
{
    public static IEnumerable<HostPort> Addresses(ClusterSnapshot picture, SourceKind kind) =>
        picture.Sources.Where(s => s.Kind == kind).Select(s => s.Address).Distinct();

    /// <summary>The servers of a kind of which no endpoint answered, each with one failure.</summary>
    public static IEnumerable<(HostPort Address, SourceFailure Failure)> Of(ClusterSnapshot picture, SourceKind kind) => picture.Sources
        .Where(s => s.Kind == kind)
        .GroupBy(s => s.Address)
        .Where(g => g.All(s => s.Failure is { IsSilence: true }))
        .Select(g => (g.Key, g.First().Failure!));
}
