using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.Packing;

public sealed class PackSolveCommandTests : IDisposable
{
    private const string Machines = """ "machines":[{"id":"m1","capacity":[16,65536],"attributes":{"zone":"a"}},{"id":"n","capacity":[16,65536],"count":2,"attributes":{"zone":"b"}}] """;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Solve_Json_HasWhereEverythingIs()
    {
        var path = Write($$"""
            {"resources":["cpus","mem"],{{Machines}},"items":[
              {"id":"web","demand":[0.5,1024],"count":20,"group":"web","constraints":[["zone","GROUP_BY"]]},
              {"id":"batch","demand":[4,1000],"count":2},{"id":"big","demand":[17,1]}],
             "conflicts":[["web","batch",1]],"placement":{"m1":{"web":3} } }
            """);

        var run = await Run.Async("pack", "solve", path, "--iterations", "2000", "--output", "json");

        Assert.Equal(0, run.ExitCode);
        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal(22, (int)answer["placed"]!);
        Assert.Equal(1, (int)answer["unplaced"]!);
        Assert.Equal("big", (string)answer["unplacedItems"]![0]!["item"]!);
        Assert.Equal("too little cpus on 3 machines", (string)answer["unplacedItems"]![0]!["reason"]!);
        var placement = answer["placement"]!.AsObject();
        Assert.Equal((int)answer["machinesUsed"]!, placement.Count);
        Assert.Equal(10, (int)placement["m1"]!["web"]!);
        Assert.Equal(22, placement.Sum(m => m.Value!.AsObject().Sum(i => (int)i.Value!)));
    }

    [Fact]
    public async Task Solve_Table_SaysThatItIsTheBest()
    {
        var path = Write($$"""{"resources":["cpus","mem"],{{Machines}},"items":[{"id":"web","demand":[8,1],"count":4}]}""");

        var run = await Run.Async("pack", "solve", path);

        Assert.Contains("4 items on 2 machines", run.Output, StringComparison.Ordinal);
        Assert.Contains("this is the best there is", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("items[0].demand has 3 numbers, but there are 2 resources", """{"id":"a","demand":[1,2,3]}""")]
    [InlineData("items[0].demand[1] is -2: write 0 or more", """{"id":"a","demand":[1,-2]}""")]
    [InlineData("items[0].count is -1", """{"id":"a","demand":[1,2],"count":-1}""")]
    [InlineData("items[0].count: line", """{"id":"a","demand":[1,2],"count":"many"}""")]
    [InlineData("items[0].id is missing", """{"demand":[1,2]}""")]
    [InlineData("there are two of 'a'", """{"id":"a","demand":[1,2]},{"id":"a","demand":[1,2]}""")]
    [InlineData("items[0].constraints[0]: 'NEAR' is no operator", """{"id":"a","demand":[1,2],"constraints":[["zone","NEAR"]]}""")]
    [InlineData("placement.o: there is no such machine", """{"id":"a","demand":[1,2]}],"placement":{"o":{"a":1}},"conflicts":[""")]
    [InlineData("placement.m1.a: more of 'a' are placed", """{"id":"a","demand":[1,2]}],"placement":{"m1":{"a":2}},"conflicts":[""")]
    [InlineData("needs more cpus than it has", """{"id":"a","demand":[9,2],"count":2}],"placement":{"m1":{"a":2}},"conflicts":[""")]
    [InlineData("conflicts[0]: write", """{"id":"a","demand":[1,2]}],"conflicts":[["a","b"]""")]
    [InlineData("objective: 'cheap' is neither", """{"id":"a","demand":[1,2]}],"objective":"cheap","conflicts":[""")]
    public async Task Solve_Malformed_SaysWhereInOneLine(string expected, string items)
    {
        var run = await Run.Async("pack", "solve", Write($$"""{"resources":["cpus","mem"],{{Machines}},"items":[{{items}}]}"""));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("""{"resources":["cpus"],"machines":[{"id":"m","capacity":[1]}],"items":[{"id":"a","constraints":[["zo""")]
    [InlineData("""{"resources":["cpus"],"machines":[{"id":"m","capacity":[1]}],"items":[],"conflicts":[["a","b" """)]
    [InlineData("")]
    public async Task Solve_CutShort_SaysSoInOneLine(string text)
    {
        var run = await Run.Async("pack", "solve", Write(text));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("docs/packing.md has the format", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Solve_WordsThatAreWrittenInSeveralWays_AreTheSameConstraint()
    {
        var path = Write("""
            {"resources":["cpus"],"machines":[{"id":"m","capacity":[4]},{"id":"n","capacity":[4]}],"items":[
              {"id":"a","demand":[1],"count":3,"constraints":[["hostname","MAX_PER",1]]},{"id":"b","demand":[1],"count":3,"constraints":[["host\u006eame","MAX_PER","1"],["hostname","LIKE","[mn]"]]}]}
            """);

        var run = await Run.Async("pack", "solve", path, "--iterations", "2000", "--output", "json");

        Assert.Equal(4, (int)JsonNode.Parse(run.Output)!["placed"]!);
        Assert.Equal(2, (int)JsonNode.Parse(run.Output)!["machinesUsed"]!);
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "instance.json");
        File.WriteAllText(path, text);
        return path;
    }
}
