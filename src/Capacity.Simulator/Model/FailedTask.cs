namespace Capacity.Simulator.Model;

/// <summary>The last task of an app that failed.</summary>
/// <param name="Instance">The instance that it was.</param>
/// <param name="Message">What the agent said.</param>
/// <param name="At">When it ended.</param>
internal sealed record FailedTask(Instance Instance, string Message, DateTimeOffset At);
