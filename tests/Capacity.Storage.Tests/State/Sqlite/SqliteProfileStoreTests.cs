using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteProfileStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly AppKey Web = new("marathon", "/web");
    private static readonly AppKey Etl = new("marathon", "/etl");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_Again_PutsTheNewInThePlaceOfTheOld()
    {
        using var folder = new TempFolder();
        using (var state = await OpenAsync(folder))
        {
            Assert.Equal(ProfileState.Empty.CoveredUntil, (await state.Profiles.ReadStateAsync(Token)).CoveredUntil);
            await state.Profiles.CommitAsync(new(Noon.AddDays(-1), [EncodedProfile.Of(Web, Profile(-1, 7)), EncodedProfile.Of(Etl, Profile(-1, 1))]), Token);
            await state.Profiles.CommitAsync(new(Noon, [EncodedProfile.Of(Web, Profile(0, 1))]), Token);
            await state.Profiles.CommitAsync(new(Noon.AddMinutes(5), [EncodedProfile.Of(Web, Profile(0, 2))]), Token);
        }

        using var again = await OpenAsync(folder);
        var read = await again.Profiles.ReadStateAsync(Token);
        Assert.Equal(Noon.AddMinutes(5), read.CoveredUntil);
        Assert.Equal((Web, 2L), Assert.Single(read.OpenDay.Select(p => (p.App, p.Profile.Samples))));
        Assert.Equal([7L, 2], (await again.Profiles.ReadAppAsync(Web, Day(-5), Day(1), Token)).Select(p => p.Samples));
        List<string> all = [];
        await again.Profiles.ReadAllAsync(Day(-5), Day(1), (app, days) => all.Add($"{app.Id} {string.Join(',', days.Select(d => d.Samples))}"), Token);
        Assert.Equal(["/web 7,2", "/etl 1"], all);
    }

    [Fact]
    public async Task Note_TheSameEventTwice_IsOneEvent()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        var kill = new AppEvent(Web, AppEventKind.MemoryKill, "task", Noon.AddMinutes(-1), Noon);
        await state.Profiles.NoteAsync([kill], Token);
        await state.Profiles.NoteAsync([kill with { NotedAt = Noon.AddHours(1) }], Token);

        Assert.Equal(kill, Assert.Single((await state.Profiles.ReadStateAsync(Token)).Events));
    }

    [Fact]
    public async Task DropBefore_OldDays_KeepsTheVersionsThatApply()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        await state.Profiles.CommitAsync(new(Noon, [EncodedProfile.Of(Web, Profile(-9, 1)), EncodedProfile.Of(Web, Profile(0, 1))]), Token);
        AppEvent[] events =
        [
            new(Web, AppEventKind.Version, "v1", Noon.AddDays(-9), Noon.AddDays(-9)),
            new(Web, AppEventKind.Version, "v2", Noon.AddDays(-8), Noon.AddDays(-8)),
            new(Web, AppEventKind.MemoryKill, "t", Noon.AddDays(-8), Noon.AddDays(-8)),
        ];
        await state.Profiles.NoteAsync(events, Token);

        Assert.Equal(1, await state.Profiles.DropBeforeAsync(Day(-5), Token));

        Assert.Equal(Day(0), Assert.Single(await state.Profiles.ReadAppAsync(Web, Day(-20), Day(1), Token)).Day);
        Assert.Equal("v2", Assert.Single((await state.Profiles.ReadStateAsync(Token)).Events).Key);
    }

    private static DateOnly Day(int day) => DateOnly.FromDateTime(Noon.UtcDateTime).AddDays(day);

    private static AppDayProfile Profile(int day, long samples) => new(Day(day)) { Samples = samples, IntervalSeconds = 60 };

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(folder.Path, "state.db"), new FakeTimeProvider(Noon), Token)).State;
}
