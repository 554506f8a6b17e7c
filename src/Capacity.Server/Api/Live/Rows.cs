using System.Text;
using Capacity.Server.Api.Scan;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api.Live;

/// <summary>Answers with rows, as JSON or CSV, and their number in <c>X-Total-Count</c>.</summary>
internal static class Rows
{
    /// <param name="table">The table's name, of <see cref="ScanTables"/>.</param>
    /// <param name="rows">The rows, filtered and sorted.</param>
    /// <param name="scan">The report they are of.</param>
    /// <param name="query">Which of them.</param>
    public static IResult Respond<T>(string table, IEnumerable<T> rows, ScanDocument scan, PageQuery query)
    {
        if (query.Fault is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var all = rows.ToList();
        var wanted = query.Of(all);
        if (query.Format != "csv")
        {
            return new Counted(TypedResults.Ok(wanted), all.Count);
        }

        using var text = new StringWriter();
        ScanTables.Write(table, Only(scan, wanted), text);
        return new Counted(TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8), all.Count);
    }

    private static ScanDocument Only<T>(ScanDocument scan, List<T> rows) => rows switch
    {
        List<AppDocument> apps => scan with { Apps = apps },
        List<AgentDocument> agents => scan with { Agents = agents },
        List<GroupDocument> zones => scan with { Zones = zones },
        List<ContainerDocument> containers => scan with { Containers = containers },
        _ => throw new ArgumentException($"{typeof(T)} has no table.", nameof(rows)),
    };
}
