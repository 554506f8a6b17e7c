using Capacity.Core.RightSizing.Anchors;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>The days of one app as they come out of a history: profiles in their binary form, the open ones apart.</summary>
internal sealed class AppLog
{
    private static readonly ProfileOptions Whole = new(TimeSpan.Zero, TailRatio: 1);

    /// <summary>After so many rows of other days a day is taken to be over.</summary>
    private const int Rest = 600;

    private readonly Dictionary<DateOnly, byte[]> days = [];
    private readonly Dictionary<DateOnly, (ProfileBuilder Builder, long Touched)> open = [];
    private readonly Dictionary<DateOnly, DecayedDay> decays = [];

    private long rows;

    public IReadOnlyDictionary<DateOnly, DecayedDay> Decays => decays;

    public int Open => open.Count;

    public void Add(in UsageRow row, TimeSpan interval)
    {
        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        ref var kept = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(open, day, out var isOpen);
        kept = (isOpen ? kept.Builder : new(day, interval, Whole), ++rows);
        kept.Builder.Add(new()
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
        if (rows % Rest == 0 && open.Count > 1)
        {
            Seal(rows - Rest);
        }
    }

    /// <summary>Closes the days that are open; more of them may still come.</summary>
    public void Seal() => Seal(long.MaxValue);

    private void Seal(long untouchedSince)
    {
        foreach (var (day, (builder, _)) in open.Where(o => o.Value.Touched <= untouchedSince).ToArray())
        {
            var profile = builder.Build();
            if (days.TryGetValue(day, out var before))
            {
                profile.Merge(ProfileCodec.Decode(before));
            }

            days[day] = ProfileCodec.Encode(profile);
            decays[day].Seal();
            open.Remove(day);
        }
    }

    /// <summary>Reads the days of a range.</summary>
    public List<AppDayProfile> Read(DateOnly from, DateOnly end) =>
        [.. days.Where(d => d.Key >= from && d.Key < end).OrderBy(d => d.Key).Select(d => ProfileCodec.Decode(d.Value))];
}
