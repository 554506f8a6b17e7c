using Capacity.Core.Planning.Forecasting.History;
using static Capacity.Core.Tests.Planning.Forecasting.History.Readings;

namespace Capacity.Core.Tests.Planning.Forecasting.History;

public sealed class DemandHoursTests
{
    [Fact]
    public void Checkpoint_LooksOfTwoHours_HasTheMeanOfEach()
    {
        var hours = new DemandHours();
        hours.Take(Midnight.AddMinutes(10), [Of(DemandCut.Cluster, 4)]);
        hours.Take(Midnight.AddMinutes(20), [Of(DemandCut.Cluster, 5)]);
        hours.Take(Midnight.AddMinutes(50), [Of(DemandCut.Cluster, 9), Of(DemandCut.Team("web"), 2)]);
        hours.Take(Midnight.AddMinutes(70), [Of(DemandCut.Cluster, 7)]);

        var points = hours.Checkpoint();

        Assert.Equal(3, points.Count);
        Assert.Contains(points, p => p is { Looks: 3, Reading.Allocated.Cpus: 6 } && p.At == Midnight);
        Assert.Contains(points, p => p is { Looks: 1, Reading.Allocated.Cpus: 2, Reading.Cut.Name: "web" });
        Assert.Contains(points, p => p is { Looks: 1, Reading.Allocated.Cpus: 7 } && p.At == Midnight.AddHours(1));
    }

    [Fact]
    public void Committed_HoursThatAreOver_AreNotGivenAgain()
    {
        var hours = new DemandHours();
        hours.Take(Midnight, [Of(DemandCut.Cluster, 4)]);
        hours.Take(Midnight.AddHours(1), [Of(DemandCut.Cluster, 5)]);
        hours.Checkpoint();
        hours.Committed();

        Assert.Equal(Midnight.AddHours(1), Assert.Single(hours.Checkpoint()).At);
    }

    [Fact]
    public void Restore_HalfAnHour_GoesOnWithIt()
    {
        var (one, two) = (new DemandHours(), new DemandHours());
        for (var i = 0; i < 30; i++)
        {
            one.Take(Midnight.AddMinutes(i), [Of(DemandCut.Cluster, i)]);
        }

        two.Restore(one.Checkpoint());
        for (var i = 30; i < 60; i++)
        {
            two.Take(Midnight.AddMinutes(i), [Of(DemandCut.Cluster, i)]);
        }

        var hour = Assert.Single(two.Checkpoint());
        Assert.Equal(60, hour.Looks);
        Assert.Equal(29.5, hour.Reading.Allocated.Cpus!.Value, 9);
    }

    [Fact]
    public void Take_FigureThatOneLookLacks_IsThatOfTheOthers()
    {
        var hours = new DemandHours();
        hours.Take(Midnight, [Of(DemandCut.Cluster, 4, used: null)]);
        hours.Take(Midnight.AddMinutes(1), [Of(DemandCut.Cluster, 6, used: 3)]);

        var reading = Assert.Single(hours.Checkpoint()).Reading;

        Assert.Equal(5, reading.Allocated.Cpus);
        Assert.Equal(3, reading.Used.Cpus);
        Assert.Null(reading.Allocated.Memory);
    }

    [Fact]
    public void Take_EarlierHour_IsLeftOut()
    {
        var hours = new DemandHours();
        hours.Take(Midnight.AddHours(1), [Of(DemandCut.Cluster, 4)]);
        hours.Take(Midnight, [Of(DemandCut.Cluster, 100)]);

        Assert.Equal(4, Assert.Single(hours.Checkpoint()).Reading.Allocated.Cpus);
    }
}
