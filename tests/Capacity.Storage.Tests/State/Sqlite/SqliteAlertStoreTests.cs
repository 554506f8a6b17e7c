using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteAlertStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Alerts_AreReadAsTheyWere()
    {
        using var folder = new TempFolder();
        var (one, other) = (Alert("a", "ä \"q\" 🙂"), Alert("b", "") with { GeneratorUrl = $"http://{new string('ü', 1000)}/", Sender = "", IsTimeout = true, Claims = Claims(null, live: false) });
        using (var state = await OpenAsync(folder))
        {
            await state.Alerts.WriteAsync([one, other], [], Token);
        }

        using var again = await OpenAsync(folder);
        var read = (await again.Alerts.ReadAsync(new(), Token)).OrderBy(a => a.Labels["host"], StringComparer.Ordinal).ToList();

        Assert.Equal([Text(one), Text(other)], read.Select(Text));
    }

    [Fact]
    public async Task Write_AlertAgain_IsInThePlaceOfTheOldOneAfterARestartToo()
    {
        using var folder = new TempFolder();
        using (var state = await OpenAsync(folder))
        {
            await state.Alerts.WriteAsync([Alert("a", "1"), Alert("b", "1"), Alert("c", "1")], [], Token);
            await state.Alerts.WriteAsync([Alert("a", "2")], [Alert("c", "1"), Alert("unknown", "")], Token);
        }

        using (var state = await OpenAsync(folder))
        {
            await state.Alerts.ReadAsync(new(), Token);
            await state.Alerts.WriteAsync([Alert("b", "3"), Alert("d", "3")], [Alert("a", "")], Token);
        }

        using var last = await OpenAsync(folder);
        Assert.Equal(["b3", "d3"], (await last.Alerts.ReadAsync(new(), Token)).Select(a => a.Labels["host"] + a.Annotations[0].Value).Order());
    }

    [Fact]
    public async Task Write_WhenTheDatabaseRefused_IsTriedAnewAndNothingIsHalf()
    {
        using var folder = new TempFolder();
        using (var state = await OpenAsync(folder))
        {
            await state.Alerts.WriteAsync([Alert("a", "1")], [], Token);
            await RunAsync(folder, "CREATE TRIGGER refuse BEFORE INSERT ON alert WHEN NEW.labels LIKE '%c%' BEGIN SELECT RAISE(FAIL, 'no room'); END");
            var refused = await Assert.ThrowsAsync<IOException>(() => state.Alerts.WriteAsync([Alert("b", "2"), Alert("c", "2")], [Alert("a", "1")], Token));
            Assert.Contains("no room", refused.Message, StringComparison.Ordinal);
            await RunAsync(folder, "DROP TRIGGER refuse");
            await state.Alerts.WriteAsync([Alert("c", "3")], [], Token);
        }

        using var again = await OpenAsync(folder);
        Assert.Equal(["a1", "c3"], (await again.Alerts.ReadAsync(new(), Token)).Select(a => a.Labels["host"] + a.Annotations[0].Value).Order());
    }

    [Fact]
    public async Task Put_Silences_AreReadAsTheyWereAndDropped()
    {
        using var folder = new TempFolder();
        var silence = new Silence
        {
            Id = Guid.NewGuid(),
            Matchers = [Matcher.Create("data center", MatchOperator.DoesNotMatch, "n.*"), Matcher.Create("zone", MatchOperator.Equal, "a \"b\"")],
            StartsAt = Noon,
            EndsAt = Noon.AddHours(1),
            UpdatedAt = Noon,
            CreatedBy = "me",
            Comment = "ä",
            Annotations = new Dictionary<string, string> { ["ticket"] = "T-1" },
        };
        using (var state = await OpenAsync(folder))
        {
            await state.Silences.PutAsync([silence with { Comment = "old" }, silence with { Id = Guid.NewGuid(), EndsAt = Noon.AddDays(-1) }], Token);
            await state.Silences.PutAsync([silence], Token);
            Assert.Equal(1, await state.Silences.DropEndedBeforeAsync(Noon, Token));
        }

        using var again = await OpenAsync(folder);
        var read = Assert.Single(await again.Silences.ReadAsync(Token));
        Assert.Equal(silence.Matchers, read.Matchers);
        Assert.Equal(silence.Annotations, read.Annotations);
        Assert.Equal(silence with { Matchers = [], Annotations = NoAnnotations }, read with { Matchers = [], Annotations = NoAnnotations });
    }

    private static readonly Dictionary<string, string> NoAnnotations = [];

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(folder.Path, "state.db"), new FakeTimeProvider(Noon), Token)).State;

    private static async Task RunAsync(TempFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "state.db")};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static Alert Alert(string host, string summary) => new()
    {
        Labels = LabelSet.Create([new("host", host), new("ü", "ß")]),
        Annotations = AnnotationSet.Create([new("summary", summary)]),
        GeneratorUrl = "http://p/",
        StartsAt = Noon,
        EndsAt = Noon.AddMinutes(4).AddMicroseconds(1),
        ArrivedAt = Noon.AddSeconds(1),
        FirstArrivedAt = Noon.AddSeconds(-1),
        Claims = Claims(Noon, live: true),
        Sender = "10.0.0.1",
    };

    private static ClaimList Claims(DateTimeOffset? start, bool live) => ClaimList.Of(new(start, Noon.AddMinutes(4), Noon, live, 0));

    private static string Text(Alert a) =>
        $"{a.Labels} {string.Join(',', a.Annotations)} {a.GeneratorUrl} {a.StartsAt:O} {a.EndsAt:O} {a.IsTimeout} {a.ArrivedAt:O} {a.FirstArrivedAt:O} {a.IsFiring} {a.Claims.LastStart:O} {a.Sender}";
}
