using System.Text;
using Capacity.Server.Api.Scan;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api.Live;

/// <summary>Answers with rows: a page of them as JSON with their number in <c>X-Total-Count</c>, or all as CSV.</summary>
internal static class Rows
{
    private const int MostRows = 10_000;

    /// <param name="table">The table's name, of <see cref="ScanTables"/>.</param>
    /// <param name="rows">The rows, filtered and sorted.</param>
    /// <param name="scan">The report they are of.</param>
    /// <param name="format"><c>csv</c>, or <see langword="null"/> or <c>json</c>.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="take">How many to give, up to 10,000; 1,000 where it is not given.</param>
    public static IResult Respond<T>(string table, IEnumerable<T> rows, ScanDocument scan, string? format, int? skip = null, int? take = null)
    {
        if (format is not (null or "json" or "csv") || skip < 0 || take is < 1 or > MostRows)
        {
            return TypedResults.Problem(
                $"format is json or csv, skip is 0 or more, take is from 1 to {MostRows}.", statusCode: StatusCodes.Status400BadRequest);
        }

        var all = rows.ToList();
        if (format == "csv")
        {
            using var text = new StringWriter();
            ScanTables.Write(table, Only(scan, all), text);
            return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
        }

        return new Paged<T>([.. all.Skip(skip ?? 0).Take(take ?? 1000)], all.Count);
    }

    private static ScanDocument Only<T>(ScanDocument scan, List<T> rows) => rows switch
    {
        List<AppDocument> apps => scan with { Apps = apps },
        List<AgentDocument> agents => scan with { Agents = agents },
        List<GroupDocument> zones => scan with { Zones = zones },
        List<ContainerDocument> containers => scan with { Containers = containers },
        _ => throw new ArgumentException($"{typeof(T)} has no table.", nameof(rows)),
    };

    private sealed class Paged<T>(IReadOnlyList<T> rows, int total) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["X-Total-Count"] = total.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return TypedResults.Ok(rows).ExecuteAsync(httpContext);
        }
    }
}
