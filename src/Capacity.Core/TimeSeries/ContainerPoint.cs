using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Core.TimeSeries;

/// <summary>What is stored of one container per collection.</summary>
/// <param name="ContainerId">The container's id: what rates are made within.</param>
/// <param name="Agent">The agent it runs on.</param>
/// <param name="App">The app it is an instance of: what is shown.</param>
/// <param name="Requested">What is allocated to it.</param>
/// <param name="Sample">What the agent said, counters as they were; <see langword="null"/> where it should be running and was not read.</param>
public readonly record struct ContainerPoint(string ContainerId, AgentName Agent, AppKey App, ResourceVector Requested, ContainerSample? Sample);
