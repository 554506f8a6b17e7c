using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>In what items have to be equal to be one kind.</summary>
/// <param name="App">The app; <see langword="null"/> for what shows in no container.</param>
/// <param name="Request">What each is allocated.</param>
/// <param name="Pool">The role of the reservations that it takes; <see langword="null"/> for everybody's resources.</param>
/// <param name="Role">The role of its tasks.</param>
/// <param name="IsStateful">Whether it never moves.</param>
/// <param name="Agent">The agent, of what shows in no container.</param>
internal sealed record ItemKind(AppKey? App, ResourceVector Request, string? Pool, string Role, bool IsStateful, string? Agent)
{
    public string Id => FormattableString.Invariant(
        $"{App?.ToString() ?? $"others on {Agent}"}|{Request.Cpus.NanoCores}|{Request.Memory.Bytes}|{Request.Disk.Bytes}|{Request.Gpus}|{Pool}|{Role}|{IsStateful}");
}
