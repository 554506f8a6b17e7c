namespace Capacity.Core.Tests.Alerting.Storms;

public sealed class StormKindsTests
{
    public static TheoryData<string> Kinds => [.. StormKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_WithContext_PagesOnceForEachFailureThatWantsAHuman(string kind) => Assert.All(
        Variants(hasContext: true),
        options =>
        {
            var score = Build(kind, options).Run();

            Assert.Empty(score.Faults().Select(f => $"{options}: {f}"));
            Assert.True(score.Pages <= score.Warranted + Forgiven(kind), $"{options}: {score}");
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_WithoutContext_MissesNothing(string kind) => Assert.All(
        Variants(hasContext: false),
        options =>
        {
            var score = Build(kind, options).Run();

            Assert.Empty(score.Faults().Select(f => $"{options}: {f}"));
            Assert.True(score.Pages <= score.Warranted + Unexplained(kind), $"{options}: {score}");
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_RestartedOnTheWay_PagesTheSame(string kind)
    {
        var score = Build(kind, new(7)).Run(200, 290, 700);

        Assert.Empty(score.Faults());
        Assert.True(score.Pages <= score.Warranted + Forgiven(kind), $"{score}");
    }

    /// <summary>What nobody announced may cost one page.</summary>
    private static int Forgiven(string kind) => kind.Contains("not announced", StringComparison.Ordinal) || kind is "Marathon fails over" or "rack hides in a failover" ? 1 : 0;

    /// <summary>What only context explains may cost pages: each rack that is taken away unannounced is a rack that failed.</summary>
    private static int Unexplained(string kind) => kind == "maintenance while a rack fails" ? 4 : 2;

    private static IEnumerable<StormOptions> Variants(bool hasContext) =>
    [
        new(1, HasContext: hasContext),
        new(2, Masters: 5, Racks: 6, PerRack: 12, HasContext: hasContext),
        new(3, HasContext: hasContext, HasOtherNames: true),
        new(4, Masters: 5, HasContext: hasContext, HasPlaces: false),
        new(5, Racks: 3, PerRack: 8, HasContext: hasContext, IsCurated: true),
    ];

    private static StormBuilder Build(string kind, StormOptions options)
    {
        var storm = new StormBuilder(options);
        StormKinds.All[kind](storm);
        return storm;
    }
}
