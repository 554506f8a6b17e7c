using Capacity.Core.Cluster;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.Forecasting.History;

public sealed class DemandReaderTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 8192);

    [Fact]
    public void Read_Cuts_AddUpToTheCluster()
    {
        var kept = new Reservation("prod", Generate.Vector(4, 4096), Generate.Vector(1, 1024));
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Size, Generate.Vector(3, 3072), reservations: kept).In("east"), Agents.Named("b", Size).In("west")],
            [.. Snapshots.Run("/shop/web", "a", Generate.Vector(1, 1024), 2), .. Snapshots.Run("/db", "a", Generate.Vector(1, 1024), 1, "prod"), .. Snapshots.Run("/shop/web", "b", Generate.Vector(1, 1024), 4)],
            Snapshots.App("/shop/web", Generate.Vector(1, 1024), 6) with { Labels = new Dictionary<string, string> { ["team"] = "shop" } });

        var readings = new DemandReader(OwnerRules.Default).Read(ScanAnalysis.Analyse([snapshot])).ToDictionary(r => r.Cut);

        Assert.Equal(7, readings[DemandCut.Cluster].Allocated.Cpus);
        Assert.Equal(16, readings[DemandCut.Cluster].Total.Cpus);
        Assert.Equal((3, 4), (readings[DemandCut.Zone("east")].Allocated.Cpus, readings[DemandCut.Zone("west")].Allocated.Cpus));
        Assert.Equal((1, 4), (readings[DemandCut.Role("prod")].Allocated.Cpus, readings[DemandCut.Role("prod")].Total.Cpus));
        Assert.Equal((6, 12), (readings[DemandCut.Role("*")].Allocated.Cpus, readings[DemandCut.Role("*")].Total.Cpus));
        Assert.Equal(6, readings[DemandCut.Team("shop")].Allocated.Cpus);
        Assert.Null(readings[DemandCut.Team("shop")].Total.Cpus);
        Assert.Null(readings[DemandCut.Cluster].Used.Cpus);
    }

    [Fact]
    public void Read_AgentOfUnknownSize_LeavesItsSumsOut()
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Size).In("east"), Agents.Named("b").In("west")], []);

        var cuts = new DemandReader(OwnerRules.Default).Read(ScanAnalysis.Analyse([snapshot])).Select(r => r.Cut);

        Assert.Equal([DemandCut.Zone("east")], cuts);
    }

    [Fact]
    public void Read_AgentsThatNobodyListed_GiveNothing()
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Size)], []) with { AgentsListed = false };

        Assert.Empty(new DemandReader(OwnerRules.Default).Read(ScanAnalysis.Analyse([snapshot])));
    }
}
