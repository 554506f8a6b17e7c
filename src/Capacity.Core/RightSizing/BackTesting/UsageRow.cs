namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>One sample of a usage history. Whatever is not known is <see langword="null"/>.</summary>
/// <param name="At">When.</param>
/// <param name="App">The app.</param>
/// <param name="Instance">The instance within the app.</param>
/// <param name="CpuCores">CPU used, in cores, 0 or more.</param>
/// <param name="MemoryBytes">Memory used, in bytes, 0 or more.</param>
/// <param name="CpuRequestCores">CPU requested, in cores.</param>
/// <param name="MemoryRequestBytes">Memory requested, in bytes.</param>
public readonly record struct UsageRow(
    DateTimeOffset At, string App, string Instance, double? CpuCores, double? MemoryBytes, double? CpuRequestCores, double? MemoryRequestBytes);
