using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Reads a history twice: to learn from, and to judge by.</summary>
internal static class BackTestRun
{
    private const int RowsPerWord = 250_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Runs the back-test.</summary>
    /// <returns>The scores in the order of the rules, and a line on what they are about.</returns>
    public static (IReadOnlyList<RuleScore> Scores, string About) Run(
        string path, BackTestPlan plan, IReadOnlyList<OwnRule> own, Action<string> say, CancellationToken cancellationToken)
    {
        var log = new UsageLog(Interval);
        var rows = 0L;
        UsageCsv.Read(path, Learn);
        if (log.First is not { } first || log.End is not { } end)
        {
            throw new UserErrorException($"{path} has no rows.", ExitCodes.Failed);
        }

        var days = end.DayNumber - first.DayNumber;
        if (plan.TestStarts(first, end).Count == 0)
        {
            throw new UserErrorException(
                $"{path} covers {days} {(days == 1 ? "day" : "days")}, from {first:O} to {end.AddDays(-1):O}; training on {plan.TrainDays} and testing on {plan.TestDays} needs {plan.TrainDays + plan.TestDays}.", ExitCodes.Failed);
        }

        say("asking all rules");
        var test = new BackTest(log, plan, own);
        rows = 0;
        UsageCsv.Read(path, Judge);
        var about = $"{rows:N0} rows of {log.AppCount:N0} apps over {days} days; {test.Apps:N0} apps were long enough known; trained on {plan.TrainDays} days, "
            + $"tested on {plan.TestDays}, {test.Starts.Count} {(test.Starts.Count == 1 ? "test" : "tests")} from {test.Starts[0]:O} on";
        return (test.Results(), about);

        void Learn(in UsageRow row)
        {
            log.Add(row);
            Count("reading");
        }

        void Judge(in UsageRow row)
        {
            test.Score(row);
            Count("judging");
        }

        void Count(string what)
        {
            if (++rows % RowsPerWord == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                say($"{what}: {rows:N0} rows");
            }
        }
    }
}
