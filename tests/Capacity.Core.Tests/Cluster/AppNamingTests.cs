using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Cluster;

public sealed class AppNamingTests
{
    [Theory]
    [InlineData("marathon", "frontend.web.prod", "/prod/web/frontend")]
    [InlineData("Marathon-batch", "solo", "/solo")]
    [InlineData("chronos", "ChronosTask:report-hourly", "ChronosTask:report-hourly")]
    [InlineData("spark", "Task 1234", "Task")]
    [InlineData("jenkins", "mesos-jenkins-17", "mesos-jenkins")]
    [InlineData("etl", "2024", "2024")]
    [InlineData("etl", "web2", "web2")]
    public void Guess_TaskName_IsTheApp(string framework, string task, string expected) =>
        Assert.Equal(new AppKey(framework, expected), AppNaming.Guess(framework, "executor", [task]));

    [Fact]
    public void Guess_Pod_IsWhatItsTasksShare() =>
        Assert.Equal("/prod/pods/gateway", AppNaming.Guess("marathon", "e", ["gateway.pods.prod", "sidecar.gateway.pods.prod"]).Id);

    [Fact]
    public void Guess_NamesShareNothing_IsTheFirst() => Assert.Equal("/a", AppNaming.Guess("marathon", "e", ["a", "b"]).Id);

    [Fact]
    public void Guess_NoTasks_IsTheExecutor() => Assert.Equal("executor", AppNaming.Guess("cook", "executor-7", []).Id);
}
