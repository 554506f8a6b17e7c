namespace Capacity.Core.RightSizing.Advice;

/// <summary>Size and count decided together.</summary>
/// <param name="Count">The instances.</param>
/// <param name="Cores">The CPU of each, in cores.</param>
/// <param name="Bytes">The memory of each, in bytes.</param>
/// <param name="Floor">The fewest instances that were allowed.</param>
/// <param name="Lost">The instances that go with the largest failure domain.</param>
/// <param name="HeldByDomains">Whether the loss of a failure domain decided the CPU or the count.</param>
internal readonly record struct JointPlan(int Count, double Cores, double Bytes, int Floor, int Lost, bool HeldByDomains);
