namespace Capacity.Testing.Vpa;

/// <summary>How urgent the VPA updater finds a change.</summary>
public static class VpaPriority
{
    /// <summary>Judges a pod.</summary>
    /// <param name="containers">For each container and resource: request, target and bounds; <see langword="null"/> where there is none.</param>
    public static (bool IsOutside, double Difference, bool IsScaleUp) Of(
        IEnumerable<IReadOnlyDictionary<string, (long Request, long Target, long? Lower, long? Upper)>> containers)
    {
        var all = containers.SelectMany(c => c).ToArray();
        return (
            all.Any(r => r.Value.Request < r.Value.Lower || r.Value.Request > r.Value.Upper),
            all.GroupBy(r => r.Key, r => r.Value).Sum(r => Math.Abs(r.Sum(v => v.Request) - r.Sum(v => v.Target)) / (double)Math.Max(1, r.Sum(v => v.Request))),
            all.Any(r => r.Value.Target > r.Value.Request));
    }
}
