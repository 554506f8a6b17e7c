namespace Capacity.Core.Tests.Alerting.Storms;

/// <summary>What an experienced on-call wants of one true failure; times are seconds since the storm's start.</summary>
/// <param name="Id">The failure.</param>
/// <param name="PageAfter">When a page is warranted; <see langword="null"/> where none is.</param>
/// <param name="MaxDelay">How much later it may come.</param>
/// <param name="NotBefore">Before this a page is noise.</param>
/// <param name="MayMergeWith">Failures that it may share a page with.</param>
internal sealed record Expectation(string Id, double? PageAfter, double MaxDelay, double NotBefore, params string[] MayMergeWith);
