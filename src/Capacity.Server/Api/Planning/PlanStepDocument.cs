using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>One step of a plan: start a new instance on one agent, then end the task on the other.</summary>
/// <param name="Step">The number of the step, from 1.</param>
/// <param name="Wave">The wave, from 1: steps of one wave may run at the same time.</param>
/// <param name="Framework">The name of the framework that runs the app.</param>
/// <param name="App">The app's id.</param>
/// <param name="Task">The task that ends; null for the instance that an earlier step started.</param>
/// <param name="Request">What an instance is allocated.</param>
/// <param name="From">The agent where it ends.</param>
/// <param name="To">The agent where the new one starts.</param>
/// <param name="Value">The goal's measure after this step: the benefit curve.</param>
public sealed record PlanStepDocument(int Step, int Wave, string Framework, string App, string? Task, ResourcesDocument Request, string From, string To, double Value)
{
    /// <summary>Writes a step.</summary>
    internal static PlanStepDocument Of(PlanStep step) =>
        new(step.Number, step.Wave, step.App.Framework, step.App.Id, step.Task, ResourcesDocument.Of(step.Request), step.From.ToString(), step.To.ToString(), step.Value);
}
