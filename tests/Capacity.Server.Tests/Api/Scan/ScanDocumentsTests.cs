using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Capacity.Core.Usage;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Tests.Api.Scan;

public sealed class ScanDocumentsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ToDocument_Report_HasItsFiguresInBaseUnits()
    {
        var document = Scan().ToDocument(withContainers: true);

        Assert.Equal("capacity.scan/1", document.Schema);
        Assert.Equal(4, document.Cluster.Cpu.TotalCores);
        Assert.Equal(1, document.Cluster.Cpu.AllocatedCores);
        Assert.Equal(0.25, document.Cluster.Cpu.UsedCores);
        Assert.Equal(0.75, document.Cluster.Cpu.WastedCores);
        Assert.Equal(8L << 30, document.Cluster.Memory.TotalBytes);
        Assert.Equal("warmingUp", document.Leader!.Phase);
        Assert.Equal(new Dictionary<string, int> { ["inMaintenance"] = 1 }, document.Cluster.Agents);
        Assert.Equal(3, document.Cluster.Cpu.UnusableCores);
        Assert.Equal("/shop/web", Assert.Single(document.Apps).Id);
        Assert.Equal(0.25, Assert.Single(document.Containers!).CpuUsedCores!.Value, 9);
    }

    [Fact]
    public void ToDocument_NotAskedForContainers_LeavesThemOut() => Assert.Null(Scan().ToDocument(withContainers: false).Containers);

    [Fact]
    public void Serialize_WhatIsNotKnown_IsNullAndThere()
    {
        var report = ScanAnalysis.Analyse([Picture(Noon, null)]);

        var json = JsonNode.Parse(JsonSerializer.Serialize(report.ToDocument(withContainers: true), ScanJson.Default.ScanDocument))!;

        Assert.True(json["containers"]![0]!.AsObject().ContainsKey("cpuUsedCores"));
        Assert.Null(json["containers"]![0]!["cpuUsedCores"]);
        Assert.Null(json["cluster"]!["cpu"]!["usedCores"]);
    }

    [Fact]
    public void Serialize_Times_AreUtcWithAZ()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Scan().ToDocument(withContainers: false), ScanJson.Default.ScanDocument))!;

        Assert.Equal("2026-11-22T12:00:00Z", json["from"]!.GetValue<string>());
        Assert.Equal("2026-11-22T12:00:20Z", json["leader"]!["electedAt"]!.GetValue<string>());
        Assert.Equal("2026-11-22T12:00:20Z", json["agents"]![0]!["asOf"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Write_EveryTable_HasARowForEachThing(string table)
    {
        using var output = new StringWriter();

        ScanTables.Write(table, Scan().ToDocument(withContainers: true), output);

        Assert.True(output.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length >= 2, table);
    }

    [Fact]
    public void Write_NoSuchTable_Throws() =>
        Assert.Throws<ArgumentException>(() => ScanTables.Write("nowhere", Scan().ToDocument(withContainers: false), TextWriter.Null));

    public static TheoryData<string> Tables => [.. ScanTables.Names];

    [Fact]
    public void Schema_Properties_AllSayWhatTheyMean()
    {
        var undescribed = Undescribed(JsonNode.Parse(ScanSchema.Write())!, "$").ToList();

        Assert.Empty(undescribed);
    }

    private static IEnumerable<string> Undescribed(JsonNode node, string path) => node switch
    {
        JsonObject o when o["properties"] is JsonObject properties => properties
            .Where(p => p.Value is JsonObject value && !value.ContainsKey("description") && !value.ContainsKey("$ref"))
            .Select(p => $"{path}.{p.Key}")
            .Concat(properties.SelectMany(p => Undescribed(p.Value!, $"{path}.{p.Key}"))),
        JsonObject o when o["items"] is JsonObject items => Undescribed(items, path),
        _ => [],
    };

    private static ScanReport Scan() => ScanAnalysis.Analyse([Picture(Noon, 10), Picture(Noon.AddSeconds(20), 15)]);

    private static ClusterSnapshot Picture(DateTimeOffset at, double? cpuSeconds)
    {
        var agent = new AgentName("a1.test", 5051);
        var request = new ResourceVector(CpuCores.FromCores(1), MemorySize.FromMebibytes(1024));
        var total = new ResourceVector(CpuCores.FromCores(4), MemorySize.FromMebibytes(8192));
        return new()
        {
            TakenAt = at,
            Leader = new(new("m1.test", 5050), LeaderPhase.WarmingUp, at, 1),
            Agents =
            [
                new()
                {
                    Name = agent, Id = "S1", Address = null, State = AgentState.InMaintenance, Zone = "a", AsOf = at,
                    Resources = new(total, request, default, total, request, [], default, default),
                },
            ],
            AgentsRead = new HashSet<AgentName> { agent },
            Containers =
            [
                new()
                {
                    Id = "c1", Agent = agent, FrameworkId = "F1", ExecutorId = "e1", Kind = ExecutorKind.Command, App = new("marathon", "/shop/web"), Allocated = request,
                    Tasks = [new("t1", "web.shop", "TASK_RUNNING", request, null, "*", new Dictionary<string, string> { ["team"] = "shop" })],
                    Sample = new ContainerSample { At = at, CpuSeconds = cpuSeconds, MemoryRssBytes = 1 << 20 },
                },
            ],
            Sources = [new(SourceKind.Agent, new("10.0.0.1", 5051), "/state", at, TimeSpan.FromMilliseconds(5))],
        };
    }
}
