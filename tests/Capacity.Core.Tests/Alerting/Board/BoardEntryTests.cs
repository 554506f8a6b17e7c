using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Board;

public sealed class BoardEntryTests
{
    private static readonly AnnotationSet Words = AnnotationSet.Create([new("summary", "It is down.")]);

    /// <summary>Seconds since the last, the beginning in tens of seconds before it, the end in tens of seconds after it; 0 where it is not said.</summary>
    private static readonly Gen<(int Step, int Start, int End)> Arrivals = Gen.Select(Gen.Int[0, 90], Gen.Int[0, 4], Gen.Int[-3, 25]);

    /// <summary>What is only sent again goes a short way when its words are the very same object, and the long way when they are equal.</summary>
    [Fact]
    public void TryRenew_AnySequence_ComesToTheSameAsTheLongWay() => Arrivals.List[1, 30].Holds(arrivals =>
    {
        var (shorter, longer) = (new AlertBoard(BoardLimits.Default), new AlertBoard(BoardLimits.Default));
        var now = 0;
        foreach (var (step, start, end) in arrivals)
        {
            now += step;
            Assert.Equal(Pass(longer, now), Pass(shorter, now));
            Assert.Equal(Take(longer, AnnotationSet.Create(Words), now, start, end), Take(shorter, Words, now, start, end));
            Assert.Equal(Texts(longer.All), Texts(shorter.All));
            Assert.Equal(longer.Count(BoardClock.At(now)), shorter.Count(BoardClock.At(now)));
        }
    });

    [Fact]
    public void TryRenew_SentAgain_MakesNoObjects()
    {
        var board = new AlertBoard(BoardLimits.Default);
        PostedAlert[] posted = [.. Enumerable.Range(0, 64).Select(i => Posted(Words, 0, 1, 24, $"h{i}"))];
        board.Take(posted, "s", BoardClock.At(0));
        board.Take(posted, "s", BoardClock.At(1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        board.Take(posted, "s", BoardClock.At(2));

        // The list of changes, and nothing for each alert besides.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 100);
    }

    private static string Take(AlertBoard board, AnnotationSet words, int now, int start, int end)
    {
        var outcome = board.Take([Posted(words, now, start, end, "a1")], "s", BoardClock.At(now));
        return string.Join(' ', outcome.Changes) + Texts(outcome.ToKeep);
    }

    private static string Pass(AlertBoard board, int now)
    {
        var passing = board.Pass(BoardClock.At(now));
        return string.Join(' ', passing.Changes) + Texts(passing.Ended) + Texts(passing.Forgotten);
    }

    private static string Texts(IEnumerable<Alert> alerts) => string.Join('\n', alerts.Select(a => $"{a with { Annotations = AnnotationSet.Empty, Claims = ClaimList.None }} {a.Claims.LastStart:O} {a.IsFiring} {a.Claims.IsLiveByASlowClock}"));

    /// <summary>Beginnings are few, so that most are those of before.</summary>
    private static PostedAlert Posted(AnnotationSet words, int now, int start, int end, string host) => new(
        LabelSet.Create([new("host", host)]),
        words,
        "",
        start == 0 ? null : BoardClock.At(-10 * (start % 3)),
        end == 0 ? null : BoardClock.At(now + (10 * end)));
}
