using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>One step of a plan for a cluster: a new instance is started on one agent, and then one ended on another.</summary>
/// <param name="Number">The number of the step, from 1.</param>
/// <param name="Wave">The wave, from 1: steps of one wave may run at the same time.</param>
/// <param name="App">The app.</param>
/// <param name="Task">The id of the task that ends, the first one of its container; <see langword="null"/> for one that an earlier step started.</param>
/// <param name="Request">What it is allocated.</param>
/// <param name="From">The agent where it ends.</param>
/// <param name="To">The agent where the new one starts.</param>
/// <param name="Value">The goal's measure after this step.</param>
public sealed record PlanStep(int Number, int Wave, AppKey App, string? Task, ResourceVector Request, AgentName From, AgentName To, double Value);
