using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;

namespace Capacity.Core.Tests.Planning.Forecasting.Limits;

public sealed class CapacityBookTests
{
    private static readonly (DemandCut, DemandResource) Key = (DemandCut.Cluster, DemandResource.Cpus);

    [Fact]
    public void Usual_OutageOfSomeHours_IsTheCapacityWithoutIt()
    {
        var book = new CapacityBook();
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            book.Note(Agents.Noon.AddMinutes(minute), Levels(minute is >= 600 and < 960 ? 50 : 100, minute));
        }

        var usual = book.Usual()[Key];

        Assert.Equal((100, 1435), (usual.Total, usual.Allocated));
    }

    [Fact]
    public void Usual_MachinesThatCame_CountAfterHalfADay()
    {
        var book = new CapacityBook();
        for (var hour = 0; hour < 37; hour++)
        {
            book.Note(Agents.Noon.AddHours(hour), Levels(hour < 24 ? 100 : 150, 10));
        }

        Assert.Equal(150, book.Usual()[Key].Total);
    }

    [Fact]
    public void Note_CutThatIsGone_IsForgottenAfterADay()
    {
        var book = new CapacityBook();
        book.Note(Agents.Noon, Levels(100, 10));
        book.Note(Agents.Noon.AddDays(1), new Dictionary<(DemandCut, DemandResource), CapacityLevels>());

        Assert.Empty(book.Usual());
    }

    private static Dictionary<(DemandCut, DemandResource), CapacityLevels> Levels(double total, double allocated) => new() { [Key] = new(total, allocated, 0, 0, 0, 0, 0) };
}
