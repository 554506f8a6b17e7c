using System.ComponentModel;

namespace Capacity.Server.Api.Live;

/// <summary>Which rows of a table are asked for, and how.</summary>
internal sealed record PageQuery
{
    /// <summary>The most rows of one answer.</summary>
    public const int MostRows = 10_000;

    private const int UsualRows = 1000;

    [Description("How many rows to leave out at the beginning; 0 where it is not given.")]
    public int? Skip { get; init; }

    [Description("How many rows to give, 1 to 10,000; 1,000 where it is not given. The header X-Total-Count says how many there are.")]
    public int? Take { get; init; }

    [Description("json (the usual one) or csv. CSV has all rows, unless skip or take is given.")]
    public string? Format { get; init; }

    /// <summary>Gets what is wrong with it; <see langword="null"/> for nothing.</summary>
    public string? Fault => Format is not (null or "json" or "csv") ? $"format: '{Format}' is neither json nor csv."
        : Skip < 0 ? "skip: 0 or more."
        : Take is < 1 or > MostRows ? $"take: from 1 to {MostRows}."
        : null;

    /// <summary>Takes the rows that were asked for.</summary>
    public List<T> Of<T>(List<T> rows) => Format == "csv" && (Skip, Take) == (null, null)
        ? rows
        : [.. rows.Skip(Skip ?? 0).Take(Take ?? UsualRows)];
}
