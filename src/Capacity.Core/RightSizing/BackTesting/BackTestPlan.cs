namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>How a history is cut: learn on some days, look at the days that follow, move on.</summary>
/// <param name="TrainDays">The days to learn on, 1 or more.</param>
/// <param name="TestDays">The days to look at, 1 or more.</param>
/// <param name="StepDays">How far to move on, 1 or more.</param>
public sealed record BackTestPlan(int TrainDays, int TestDays, int StepDays)
{
    /// <summary>Three weeks, one week, one week.</summary>
    public static BackTestPlan Default { get; } = new(21, 7, 7);

    /// <summary>Lists the first days of the tests that a history has room for.</summary>
    /// <param name="first">The first day of the history.</param>
    /// <param name="end">The day after its last.</param>
    public IReadOnlyList<DateOnly> TestStarts(DateOnly first, DateOnly end)
    {
        var starts = new List<DateOnly>();
        for (var start = first.AddDays(TrainDays); start.AddDays(TestDays) <= end; start = start.AddDays(StepDays))
        {
            starts.Add(start);
        }

        return starts;
    }
}
