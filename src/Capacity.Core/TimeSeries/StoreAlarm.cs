namespace Capacity.Core.TimeSeries;

/// <summary>Something that an operator has to know of a store.</summary>
/// <param name="At">When it was noticed.</param>
/// <param name="Fault">What kind of thing.</param>
/// <param name="Message">One line for people: what happened, and what became of the data.</param>
public sealed record StoreAlarm(DateTimeOffset At, StoreFault Fault, string Message);
