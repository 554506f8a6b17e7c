namespace Capacity.Core.TimeSeries;

/// <summary>How a store is.</summary>
/// <param name="AcceptsWrites">Whether the last write was stored; <see langword="true"/> before the first.</param>
/// <param name="LastStored">When a batch was last stored, by our clock; <see langword="null"/> where none was since the start.</param>
/// <param name="RowsStored">The rows that were stored since the start.</param>
/// <param name="Alarms">What went wrong since the start, the newest last; a bounded number.</param>
public sealed record StoreHealth(bool AcceptsWrites, DateTimeOffset? LastStored, long RowsStored, IReadOnlyList<StoreAlarm> Alarms);
