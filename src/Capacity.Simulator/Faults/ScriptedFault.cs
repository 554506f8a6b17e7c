namespace Capacity.Simulator.Faults;

/// <summary>A fault and when it happens.</summary>
/// <param name="After">From the start of the cluster's life; zero or more.</param>
/// <param name="Fault">The fault.</param>
public sealed record ScriptedFault(TimeSpan After, Fault Fault);
