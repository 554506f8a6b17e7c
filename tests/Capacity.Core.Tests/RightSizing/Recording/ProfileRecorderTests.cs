using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.Units;
using CsCheck;

namespace Capacity.Core.Tests.RightSizing.Recording;

public sealed class ProfileRecorderTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);

    private static readonly AppEvent[] Events =
    [
        new(Looks.Web, AppEventKind.Version, "v1", Looks.Time(0), Looks.Time(0)),
        new(Looks.Web, AppEventKind.MemoryKill, "long-ago", Looks.Start.AddDays(-3), Looks.Time(0)),
        new(Looks.Web, AppEventKind.MemoryKill, "task-7", Looks.Time(49), Looks.Time(50)),
        new(Looks.Web, AppEventKind.Version, "v2", Looks.Time(220), Looks.Time(220)),
        new(Looks.Etl, AppEventKind.MemoryKill, "task-9", Looks.Time(250), Looks.Time(250)),
    ];

    [Fact]
    public void Take_LivesOfAnyLength_AreAsOne()
    {
        var whole = Whole().Written();
        Gen.Int[1, 320].Array[0, 6].Sample(ends =>
        {
            var store = new MemoryStore();
            var from = 0;
            foreach (var end in ends.Append(Looks.Evening.Count).Order())
            {
                // What a life took in after its last checkpoint is lost with it: each ends some looks after one.
                Live(store, end, Math.Max(from, end - 7));
                from = end;
            }

            Live(store, Looks.Evening.Count, Looks.Evening.Count);
            Assert.Equal(whole, store.Written());
        });
    }

    [Fact]
    public void Take_OneInstance_IsWhatABuilderMakesOfTheSameIntervals()
    {
        var recorder = New();
        var looks = Looks.Evening.Where(l => l.At.Second == 0).Take(90).Select(l => l with { Points = [.. l.Points.Where(p => p.ContainerId == "web-0")] }).ToList();
        foreach (var look in looks)
        {
            recorder.Take(look, []);
        }

        var builder = new ProfileBuilder(DateOnly.FromDateTime(Looks.Start.DateTime), Looks.Interval, new(TimeSpan.FromMinutes(5), 1));
        var last = looks[0].Points[0] with { CpuMicroseconds = null };
        foreach (var look in looks)
        {
            var point = look.Points[0];
            var read = point.SampledAt is not null;
            builder.Add(new()
            {
                Instance = "web-0",
                At = look.At,
                CpuCores = (double?)(point.CpuMicroseconds - last.CpuMicroseconds) * TimeSpan.TicksPerMicrosecond / (point.SampledAt - last.SampledAt)?.Ticks,
                MemoryBytes = point.MemoryBytes,
                CacheBytes = point.CacheBytes,
                Cpus = point.Cpus,
                Memory = point.Memory,
                CpuLimit = CpuCores.FromCores(2),
                MemoryLimit = MemorySize.FromBytes(1 << 30),
                Periods = read ? point.Periods - last.Periods is long p && last.CpuMicroseconds is not null ? p : 0 : 0,
                ThrottledPeriods = read && last.CpuMicroseconds is not null ? point.ThrottledPeriods!.Value - last.ThrottledPeriods!.Value : 0,
            });
            last = read ? point : last;
        }

        var expected = builder.Build(TimeSpan.FromMinutes(90));
        Assert.Equal(ProfileCodec.Encode(expected), Assert.Single(recorder.Checkpoint()!.Profiles).Bytes);
    }

    [Fact]
    public void Take_NobodyLookedForHalfAnHour_IsExpectedAllTheSame()
    {
        var day = Whole().Profiles().Single(p => p.App == Looks.Web && p.Profile.Day == DateOnly.FromDateTime(Looks.Start.DateTime)).Profile;

        Assert.Equal((183, 152), (day.ExpectedLooks, day.Looks));
    }

    [Fact]
    public void Take_Events_AreInTheDayTheyWereNotedIn()
    {
        var first = Whole().Profiles().Where(p => p.App == Looks.Web).ToList();

        Assert.Equal([1, 0], first.Select(p => p.Profile.Instances.Values.Sum(i => i.MemoryKills)));
        Assert.Equal([1, 2], first.Select(p => p.Profile.Sizes.Select(s => s.Version).Distinct().Count()));
    }

    private static ProfileRecorder New() => new(Looks.Interval, Gap, ProfileOptions.Default);

    private static MemoryStore Whole()
    {
        var store = new MemoryStore();
        Live(store, Looks.Evening.Count, Looks.Evening.Count);
        return store;
    }

    private static void Live(MemoryStore store, int end, int checkpoint)
    {
        var recorder = New();
        recorder.Restore(store.State(Events));
        for (var i = 0; i < end; i++)
        {
            var look = Looks.Evening[i];
            recorder.Take(look, Events.Where(e => e.NotedAt == look.At));
            if ((i + 1) % 40 == 0 || i + 1 == checkpoint)
            {
                store.Commit(recorder);
            }
        }
    }
}
