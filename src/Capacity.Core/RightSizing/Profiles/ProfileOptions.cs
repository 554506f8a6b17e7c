namespace Capacity.Core.RightSizing.Profiles;

/// <summary>How profiles are made.</summary>
/// <param name="StartUp">How long after its start the CPU of an instance does not count: class loading and cache filling are no load. Memory always counts.</param>
/// <param name="TailRatio">The share of an instance's values of a day that its own histogram keeps, from the top; 1 for all.</param>
public sealed record ProfileOptions(TimeSpan StartUp, double TailRatio)
{
    /// <summary>Five minutes of start-up; the upper tenth of each instance's day.</summary>
    public static ProfileOptions Default { get; } = new(TimeSpan.FromMinutes(5), 0.1);
}
