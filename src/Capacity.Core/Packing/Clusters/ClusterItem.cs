using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>What the equal items of a packing problem are in the cluster.</summary>
/// <param name="App">The app; <see langword="null"/> for what is allocated and shows in no container.</param>
/// <param name="Request">What each is allocated.</param>
/// <param name="Role">The role whose resources it takes; <c>*</c> for what everybody may take.</param>
/// <param name="IsStateful">Whether it keeps data on its agent (<see cref="StatefulApps"/>), and so never moves.</param>
public sealed record ClusterItem(AppKey? App, ResourceVector Request, string Role, bool IsStateful);
