using System.Globalization;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>A day and a generation of its data.</summary>
internal readonly record struct DayPart(DateOnly Day, int Generation)
{
    /// <summary>The name under which its database is attached.</summary>
    public string Alias => string.Create(CultureInfo.InvariantCulture, $"d{Day:yyyyMMdd}_{Generation}");

    /// <summary>Writes <c>2026-11-22.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}.{Generation}");
}
