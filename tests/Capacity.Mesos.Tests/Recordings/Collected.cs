using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>One collection of a replayed cluster.</summary>
/// <param name="Position">How far into the recording it was made.</param>
/// <param name="Snapshot">What the collector made of the answers.</param>
/// <param name="Answers">The answers.</param>
internal sealed record Collected(TimeSpan Position, ClusterSnapshot Snapshot, IReadOnlyList<RecordedExchange> Answers);
