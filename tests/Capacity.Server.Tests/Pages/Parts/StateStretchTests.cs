using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Tests.Pages.Parts;

public sealed class StateStretchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly LevelFigures Nothing = new(null, null, null, null, null, null);

    [Fact]
    public void Of_ChangesAndGaps_AreStretches()
    {
        AgentState?[] states = [AgentState.Active, AgentState.Active, AgentState.Unreachable, null, AgentState.Unreachable];

        var stretches = StateStretch.Of(
            states.Select((s, i) => new AgentBucket { Start = Noon.AddMinutes(i), State = s, CpuCores = Nothing, MemoryBytes = Nothing }), TimeSpan.FromMinutes(1));

        Assert.Equal(
            [
                new(Noon, Noon.AddMinutes(2), AgentState.Active),
                new(Noon.AddMinutes(2), Noon.AddMinutes(3), AgentState.Unreachable),
                new(Noon.AddMinutes(4), Noon.AddMinutes(5), AgentState.Unreachable),
            ],
            stretches);
    }
}
