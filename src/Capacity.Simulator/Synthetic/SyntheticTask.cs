using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>One task of an executor.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Name">The task's name.</param>
/// <param name="Request">What is allocated to it.</param>
/// <param name="NestedContainer">The id of its own container inside the executor's; <see langword="null"/> outside pods.</param>
internal sealed record SyntheticTask(string Id, string Name, ResourceVector Request, string? NestedContainer);
