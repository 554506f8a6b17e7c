using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Mesos.Agents;
using Capacity.Mesos.Wire;
using Capacity.Testing.Recordings;

namespace Capacity.Mesos.Tests.Agents;

public sealed class FailedTaskCountTests
{
    [Theory]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("5", 0)]
    [InlineData("{}", 0)]
    [InlineData("""[{"completed_tasks":[{"state":"TASK_FAILED","statuses":[{"state":"TASK_FAILED"}]},{"state":"TASK_FINISHED"}]}]""", 1)]
    [InlineData("""[{"terminated_tasks":[{"state":"TASK_FAILED"}],"completed_tasks":[{"state":"TASK_FAILED"}]},null,{"completed_tasks":[null,{"state":"TASK_KILLED"}]}]""", 2)]
    public void Read_CompletedExecutors_CountsTasksAndNotTheirStatuses(string executors, int expected)
    {
        var state = JsonSerializer.Deserialize(
            $$"""{"frameworks":[{"completed_executors":{{executors}},"name":"after"}],"id":"last"}""", MesosJson.Default.AgentStateJson)!;

        Assert.Equal(expected, state.Frameworks![0]!.CompletedExecutors?.Failed ?? 0);
        Assert.Equal(("after", "last"), (state.Frameworks[0]!.Name, state.Id));
    }

    [Fact]
    public async Task Read_RealAgentWhoseTasksFailed_CountsEachOnce()
    {
        var exchanges = await CommittedRecordings.ReadAsync("task-failures", TestContext.Current.CancellationToken);
        var states = exchanges.Where(e => e.Target == "/state" && e.Status == 200 && e.Host.Port > 5060).Select(e => e.Body.ToArray()).ToList();
        var worst = 0;
        foreach (var body in states)
        {
            var document = JsonNode.Parse(body)!;
            var expected = document["frameworks"]!.AsArray().Concat(document["completed_frameworks"]!.AsArray())
                .SelectMany(f => f!["completed_executors"]!.AsArray())
                .SelectMany(e => e!["completed_tasks"]!.AsArray())
                .Count(t => (string?)t!["state"] == "TASK_FAILED");
            var state = JsonSerializer.Deserialize(body, MesosJson.Default.AgentStateJson)!;

            Assert.Equal(expected, state.Frameworks!.Concat(state.CompletedFrameworks!).Sum(f => f!.CompletedExecutors?.Failed ?? 0));
            worst = Math.Max(worst, expected);
        }

        Assert.InRange(worst, 3, 1000);
    }
}
