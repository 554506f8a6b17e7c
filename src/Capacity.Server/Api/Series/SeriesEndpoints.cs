using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Series;

/// <summary>How it was: series from the store. A bucket that nobody looked at has nulls, never zeros.</summary>
internal static class SeriesEndpoints
{
    private const int UsualBuckets = 300;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/apps/series", GetApp).WithSummary("What an app used over time.");
        api.MapGet("/apps/instances", GetInstances).WithSummary("What each instance of an app used over time.");
        api.MapGet("/groups/series", GetGroups).WithSummary("The cluster and its zones over time.");
    }

    /// <summary>The range that was asked for: the last hours where nothing was, in about 300 buckets of whole minutes.</summary>
    /// <returns>The range, or one line on what is wrong with it.</returns>
    internal static (SeriesRange? Range, string? Fault) Range(DateTimeOffset? from, DateTimeOffset? to, string? step, DateTimeOffset now)
    {
        var end = to ?? now;
        var start = from ?? end.AddHours(-6);
        var parsed = step is null ? TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling((end - start).TotalMinutes / UsualBuckets))) : DurationText.TryParse(step);
        if (parsed is not { } length)
        {
            return (null, $"step: '{step}' is no duration: {DurationText.Expected}.");
        }

        return end <= start || length < TimeSpan.FromSeconds(1) || (end - start) / length > SeriesRange.MostBuckets
            ? (null, $"from must be before to, step at least a second, and there may be {SeriesRange.MostBuckets} buckets at most.")
            : (new(start, end, length), null);
    }

    private static async Task<IResult> GetApp(
        string framework, string app, DateTimeOffset? from, DateTimeOffset? to, string? step, Stores stores, TimeProvider time, CancellationToken cancellationToken) =>
        Range(from, to, step, time.GetUtcNow()) is ({ } range, _)
            ? TypedResults.Ok((await stores.Samples.ReadAppAsync(new AppKey(framework, app), range, cancellationToken)).Buckets)
            : Wrong(from, to, step, time);

    private static async Task<IResult> GetInstances(
        string framework, string app, DateTimeOffset? from, DateTimeOffset? to, string? step, Stores stores, TimeProvider time, CancellationToken cancellationToken) =>
        Range(from, to, step, time.GetUtcNow()) is ({ } range, _)
            ? TypedResults.Ok(await stores.Samples.ReadInstancesAsync(new AppKey(framework, app), range, cancellationToken))
            : Wrong(from, to, step, time);

    private static async Task<IResult> GetGroups(
        DateTimeOffset? from, DateTimeOffset? to, string? step, Stores stores, TimeProvider time, CancellationToken cancellationToken) =>
        Range(from, to, step, time.GetUtcNow()) is ({ } range, _)
            ? TypedResults.Ok(await stores.Samples.ReadGroupsAsync(range, cancellationToken))
            : Wrong(from, to, step, time);

    private static ProblemHttpResult Wrong(DateTimeOffset? from, DateTimeOffset? to, string? step, TimeProvider time) =>
        TypedResults.Problem(Range(from, to, step, time.GetUtcNow()).Fault, statusCode: StatusCodes.Status400BadRequest);
}
