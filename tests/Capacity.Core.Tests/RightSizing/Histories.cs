using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.RightSizing;

/// <summary>Makes days of apps from plain functions of time.</summary>
internal static class Histories
{
    public static readonly DateOnly First = new(2026, 3, 2);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>Makes days of an app.</summary>
    /// <param name="days">How many, from <see cref="First"/> on.</param>
    /// <param name="instances">How many instances.</param>
    /// <param name="sample">Gives day, sample of the day and instance; returns what to change in the sample.</param>
    /// <param name="times">How often each sample is given, to see that nothing changes.</param>
    public static IReadOnlyList<AppDayProfile> Days(int days, int instances, Func<int, int, int, InstanceInterval, InstanceInterval> sample, int times = 1)
    {
        var profiles = new List<AppDayProfile>();
        for (var day = 0; day < days; day++)
        {
            var builder = new ProfileBuilder(First.AddDays(day), Interval, ProfileOptions.Default);
            for (var i = 0; i < 96; i++)
            {
                for (var instance = 0; instance < instances * times; instance++)
                {
                    builder.Add(sample(day, i, instance % instances, new()
                    {
                        Instance = $"i{instance % instances}",
                        At = new DateTimeOffset(First.AddDays(day).ToDateTime(default), TimeSpan.Zero) + (i * Interval),
                        CpuCores = 0.5,
                        MemoryBytes = 512 << 20,
                        Cpus = CpuCores.FromCores(2),
                        Memory = MemorySize.FromMebibytes(2048),
                    }));
                }
            }

            profiles.Add(builder.Build());
        }

        return profiles;
    }

    public static AppFacts App(int instances = 1, double cores = 2, double mebibytes = 2048, int domains = 1, string id = "/app", string? team = null) => new()
    {
        Key = new("marathon", id),
        Team = team,
        Instances = instances,
        Cpus = CpuCores.FromCores(cores),
        Memory = MemorySize.FromMebibytes(mebibytes),
        FailureDomains = domains,
    };

    public static UsageSummary Summary(IReadOnlyList<AppDayProfile> days) => UsageSummary.Of(days, days[^1].Day.AddDays(1), 4);

    /// <summary>Advises an app that is alone in its cluster.</summary>
    public static Recommendation Advise(AppFacts app, IReadOnlyList<AppDayProfile> days, RightSizingPolicy? policy = null, Recommendation? previous = null)
    {
        var summary = Summary(days);
        return Advisor.Learn([summary], policy ?? RightSizingPolicy.Default).Advise(app, summary, previous);
    }
}
