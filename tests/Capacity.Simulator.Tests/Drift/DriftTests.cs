namespace Capacity.Simulator.Tests.Drift;

/// <summary>Every field that a real cluster answered is answered by the simulated one, in the same place and of the same type.</summary>
public sealed class DriftTests(SimulatedAnswers simulated) : IClassFixture<SimulatedAnswers>
{
    [Theory]
    [InlineData("master", "/slaves")]
    [InlineData("master", "/metrics/snapshot")]
    [InlineData("master", "/maintenance/status")]
    [InlineData("master", "GET_MASTER")]
    [InlineData("agent", "/state")]
    [InlineData("agent", "/containers")]
    [InlineData("agent", "/metrics/snapshot")]
    [InlineData("agent", "GET_TASKS")]
    public async Task Answers_ComparedWithRecordings_HaveTheSameFields(string who, string what)
    {
        var real = Shapes.Of(await RecordedAnswers.ReadAsync(who, what, TestContext.Current.CancellationToken));
        var ours = Shapes.Of(simulated.Of(who, what));

        Assert.NotEmpty(real);
        var missing = real.Except(ours).Where(f => !AllowedDifferences.IsMissingOnPurpose(f)).Order(StringComparer.Ordinal);
        var added = ours.Except(real).Where(f => !AllowedDifferences.IsAddedOnPurpose(f)).Order(StringComparer.Ordinal);
        Assert.Equal(string.Empty, string.Join('\n', [.. missing.Select(f => $"missing {f}"), .. added.Select(f => $"added {f}")]));
    }
}
