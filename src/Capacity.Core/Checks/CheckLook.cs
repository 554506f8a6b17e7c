namespace Capacity.Core.Checks;

/// <summary>What came of one look by one check.</summary>
/// <param name="Readings">What it found; a check with a threshold gives the values of all subjects, one without those that are not well.</param>
/// <param name="Blindness">Why subjects without a reading may be as they were; <see langword="null"/> where all was seen, and what has no reading is well.</param>
public sealed record CheckLook(IReadOnlyList<CheckReading> Readings, string? Blindness)
{
    /// <summary>Everything was seen.</summary>
    public static CheckLook Whole(IEnumerable<CheckReading> readings) => new([.. readings], null);

    /// <summary>Only a part was seen: the rest stays as it was.</summary>
    public static CheckLook Partly(IEnumerable<CheckReading> readings, string why) => new([.. readings], why);

    /// <summary>Nothing was seen: everything stays as it was.</summary>
    public static CheckLook Blind(string why) => new([], why);
}
