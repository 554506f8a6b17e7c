using Capacity.Core.RightSizing.Anchors;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>The days of one app as they come out of a history: profiles in their binary form, the open ones apart.</summary>
internal sealed class AppLog
{
    private static readonly ProfileOptions Whole = new(TimeSpan.Zero, TailRatio: 1);

    private readonly Dictionary<DateOnly, byte[]> days = [];
    private readonly Dictionary<DateOnly, ProfileBuilder> open = [];
    private readonly Dictionary<DateOnly, DecayedDay> decays = [];

    public IReadOnlyDictionary<DateOnly, DecayedDay> Decays => decays;

    public IEnumerable<DateOnly> Days => days.Keys;

    public int Open => open.Count;

    public void Add(in UsageRow row, TimeSpan interval)
    {
        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        if (!open.TryGetValue(day, out var builder))
        {
            open.Add(day, builder = new(day, interval, Whole));
        }

        builder.Add(new()
        {
            At = row.At,
            Instance = row.Instance,
            CpuCores = row.CpuCores,
            MemoryBytes = (long?)row.MemoryBytes,
            Cpus = CpuCores.FromCores(row.CpuRequestCores ?? 0),
            Memory = MemorySize.FromBytes((long)(row.MemoryRequestBytes ?? 0)),
        });
        if (!decays.TryGetValue(day, out var decay))
        {
            decays.Add(day, decay = new());
        }

        decay.Add(row.CpuCores, row.MemoryBytes, TimeSpan.FromDays(1) - row.At.UtcDateTime.TimeOfDay);
    }

    /// <summary>Closes the days that are open; more of them may still come.</summary>
    public void Seal()
    {
        foreach (var (day, builder) in open)
        {
            var profile = builder.Build();
            if (days.TryGetValue(day, out var before))
            {
                profile.Merge(ProfileCodec.Decode(before));
            }

            days[day] = ProfileCodec.Encode(profile);
            decays[day].Seal();
        }

        open.Clear();
    }

    /// <summary>Reads the days of a range.</summary>
    public List<AppDayProfile> Read(DateOnly from, DateOnly end) =>
        [.. days.Where(d => d.Key >= from && d.Key < end).OrderBy(d => d.Key).Select(d => ProfileCodec.Decode(d.Value))];
}
