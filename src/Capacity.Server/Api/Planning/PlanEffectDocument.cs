namespace Capacity.Server.Api.Planning;

/// <summary>What a plan does to one measure.</summary>
/// <param name="Goal">The goal whose measure it is.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Before">Before the first step.</param>
/// <param name="After">After the last one.</param>
public sealed record PlanEffectDocument(string Goal, string Measure, double Before, double After);
