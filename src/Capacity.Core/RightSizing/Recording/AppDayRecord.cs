using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>A day of one app that is being recorded. Every value is kept until the day is over: parts that were cut already could not be merged without loss.</summary>
/// <remarks>Thousands of apps are open at once, so what was gathered is held as it is stored; only the minutes since then are held as figures.</remarks>
internal sealed class AppDayRecord(DateOnly day, TimeSpan interval, ProfileOptions options)
{
    private readonly ProfileOptions uncut = options with { TailRatio = 1 };
    private byte[]? gathered;
    private ProfileBuilder? building;
    private AppDayProfile? killed;
    private int expected;

    /// <summary>Gets or sets a value indicating whether there is something that no checkpoint has.</summary>
    public bool HasNews { get; set; }

    public void Restore(AppDayProfile known) => gathered = ProfileCodec.Encode(known);

    /// <summary>Takes note of how many times somebody should have looked.</summary>
    public void Expect(int looks) => (expected, HasNews) = (expected + looks, true);

    public void Add(InstanceInterval sample)
    {
        (building ??= new(day, interval, uncut)).Add(sample);
        HasNews = true;
    }

    public void AddKill(string instance)
    {
        var one = new InstanceDay(InstanceKey.Of(instance)) { MemoryKills = 1 };
        (killed ??= new(day)).Merge(new(day) { Instances = { [one.Key] = one } });
        HasNews = true;
    }

    /// <summary>Gives the day as far as it is known; more may still be added.</summary>
    public byte[] Gather() => gathered is { } whole && building is null && killed is null && expected == 0
        ? whole
        : gathered = ProfileCodec.Encode(GatherProfile());

    /// <summary>Ends the day: of each instance only the upper tail is kept.</summary>
    public byte[] Close()
    {
        var profile = GatherProfile();
        foreach (var instance in profile.Instances.Values)
        {
            instance.Cpu.Trim(options.TailRatio);
            instance.Memory.Trim(options.TailRatio);
        }

        return ProfileCodec.Encode(profile);
    }

    private AppDayProfile GatherProfile()
    {
        var profile = gathered is null ? new AppDayProfile(day) { IntervalSeconds = (int)interval.TotalSeconds } : ProfileCodec.Decode(gathered);
        if (building?.Build() is { } part)
        {
            // The stretch that was watched is counted by looks that were expected.
            part.ExpectedLooks = 0;
            profile.Merge(part);
        }

        if (killed is not null)
        {
            profile.Merge(killed);
        }

        profile.ExpectedLooks += expected;
        (building, killed, expected) = (null, null, 0);
        return profile;
    }
}
