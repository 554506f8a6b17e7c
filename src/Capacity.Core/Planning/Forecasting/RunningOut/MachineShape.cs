namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>Machines that can be bought.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Amount">What one of them adds to the capacity that can be used, in the unit of the series; more than 0.</param>
public sealed record MachineShape(string Name, double Amount);
