using Capacity.Core.Recordings;
using Capacity.Simulator.Replay;

namespace Capacity.Simulator.Tests.Replay;

public sealed class ReplayTimelineTests
{
    private static readonly RecordedExchange Any = new()
    {
        At = DateTimeOffset.UnixEpoch, Took = TimeSpan.Zero, Scheme = "http", Host = new("h", 1), Method = "GET", Target = "/state", Status = 200,
    };

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(19.9, 10)]
    [InlineData(20, 20)]
    [InlineData(99, 20)]
    public void Find_AnyTime_GivesTheNewestUpToThen(double second, int expected)
    {
        var timeline = new ReplayTimeline([At(20, "/state", 20), At(10, "/state", 10)]);

        Assert.Equal(expected, timeline.Find(Any.Host, "GET", "/state", null, DateTimeOffset.UnixEpoch.AddSeconds(second))?.Status);
    }

    [Theory]
    [InlineData("GET", "/metrics/snapshot?timeout=2secs", null, 1)]
    [InlineData("GET", "/metrics/snapshot?timeout=9secs", null, 1)]
    [InlineData("GET", "/metrics/snapshot", null, 1)]
    [InlineData("GET", "/tasks?limit=5", null, 2)]
    [InlineData("GET", "/tasks?limit=10&timeout=1", null, 3)]
    [InlineData("GET", "/tasks?order=asc", null, 2)]
    [InlineData("POST", "/api/v1", """{ "type" : "GET_AGENTS" }""", 4)]
    [InlineData("POST", "/api/v1", """{"type":"GET_CONTAINERS","get_containers":{"show_nested":true}}""", 5)]
    [InlineData("POST", "/api/v1", """{"type":"GET_CONTAINERS"}""", 5)]
    [InlineData("POST", "/api/v1", """{"type":"GET_STATE"}""", null)]
    [InlineData("GET", "/api/v1", null, null)]
    [InlineData("GET", "/nothing", null, null)]
    public void Find_ARequest_GivesTheClosestRecordedOne(string method, string target, string? body, int? expected)
    {
        var timeline = new ReplayTimeline(
        [
            At(1, "/metrics/snapshot?timeout=2secs", 1), At(2, "/tasks?limit=5", 2), At(1, "/tasks?limit=10", 3),
            At(1, "/api/v1", 4) with { Method = "POST", RequestBody = """{"type": "GET_AGENTS"}""" },
            At(1, "/api/v1", 5) with { Method = "POST", RequestBody = """{"type": "GET_CONTAINERS", "get_containers": {"show_nested": true}}""" },
        ]);

        Assert.Equal(expected, timeline.Find(Any.Host, method, target, body, DateTimeOffset.UnixEpoch.AddSeconds(60))?.Status);
    }

    private static RecordedExchange At(int second, string target, int status) =>
        Any with { At = DateTimeOffset.UnixEpoch.AddSeconds(second), Target = target, Status = status };
}
