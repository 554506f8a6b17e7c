using System.Globalization;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>domain_spread</c>.</summary>
internal sealed class SpreadRow
{
    public string Framework { get; init; } = "";

    public string Name { get; init; } = "";

    public string Day { get; init; } = "";

    public bool AreZones { get; init; }

    public int Domains { get; init; }

    public static SpreadRow Of(DomainSpread s) => new() { Framework = s.App.Framework, Name = s.App.Id, Day = Text(s.Day), AreZones = s.AreZones, Domains = s.Domains };

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public DomainSpread ToSpread() => new(new(Framework, Name), DateOnly.ParseExact(Day, "O", CultureInfo.InvariantCulture), AreZones, Domains);
}
