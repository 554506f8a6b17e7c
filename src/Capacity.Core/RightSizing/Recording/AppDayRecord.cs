using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>A day of one app that is being recorded. Every value is kept until the day is over: parts that were cut already could not be merged without loss.</summary>
internal sealed class AppDayRecord(DateOnly day, TimeSpan interval, ProfileOptions options)
{
    private readonly ProfileOptions uncut = options with { TailRatio = 1 };
    private AppDayProfile whole = new(day) { IntervalSeconds = (int)interval.TotalSeconds };
    private ProfileBuilder? building;
    private int expected;

    /// <summary>Gets or sets a value indicating whether there is something that no checkpoint has.</summary>
    public bool HasNews { get; set; }

    public void Restore(AppDayProfile known) => whole = known;

    /// <summary>Takes note of how many times somebody should have looked.</summary>
    public void Expect(int looks) => (expected, HasNews) = (expected + looks, true);

    public void Add(InstanceInterval sample)
    {
        (building ??= new(day, interval, uncut)).Add(sample);
        HasNews = true;
    }

    public void AddKill(string instance)
    {
        var killed = new InstanceDay(InstanceKey.Of(instance)) { MemoryKills = 1 };
        whole.Merge(new(day) { Instances = { [killed.Key] = killed } });
        HasNews = true;
    }

    /// <summary>Gives the day as far as it is known; more may still be added.</summary>
    public AppDayProfile Gather()
    {
        if (building?.Build() is { } part)
        {
            part.ExpectedLooks = 0;
            whole.Merge(part);
            building = null;
        }

        whole.ExpectedLooks += expected;
        expected = 0;
        return whole;
    }

    /// <summary>Ends the day: of each instance only the upper tail is kept.</summary>
    public AppDayProfile Close()
    {
        var profile = Gather();
        foreach (var instance in profile.Instances.Values)
        {
            instance.Cpu.Trim(options.TailRatio);
            instance.Memory.Trim(options.TailRatio);
        }

        return profile;
    }
}
