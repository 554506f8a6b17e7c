using System.Collections.Immutable;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Which days there are, and in which form, at one moment.</summary>
internal sealed record DayCatalog(ImmutableList<OpenDay> Open, ImmutableSortedDictionary<DateOnly, SealedDay> Closed)
{
    public static DayCatalog Empty { get; } = new([], ImmutableSortedDictionary<DateOnly, SealedDay>.Empty);

    public IEnumerable<SealedDay> Sealed => Closed.Values;

    /// <summary>Gets the newest day of which there is something; <see langword="null"/> for an empty store.</summary>
    public DateOnly? Newest => Open.Select(o => o.Part.Day).Concat(Closed.Keys).Select(d => (DateOnly?)d).Max();

    public SealedDay? SealedOn(DateOnly day) => Closed.GetValueOrDefault(day);

    /// <summary>Finds the database of a day that takes samples.</summary>
    public OpenDay? Taking(DateOnly day) => Open.Find(o => o.Part.Day == day && !o.Sealing);

    /// <summary>Names the next generation of a day.</summary>
    public DayPart Next(DateOnly day) =>
        new(day, 1 + Math.Max(SealedOn(day)?.Part.Generation ?? 0, Open.Where(o => o.Part.Day == day).Select(o => o.Part.Generation).DefaultIfEmpty(0).Max()));

    public DayCatalog With(OpenDay day) => this with { Open = Open.Add(day) };

    public DayCatalog Without(OpenDay day) => this with { Open = Open.Remove(day) };

    public DayCatalog With(SealedDay day) => this with { Closed = Closed.SetItem(day.Part.Day, day) };

    public DayCatalog Without(SealedDay day) => this with { Closed = Closed.Remove(day.Part.Day) };
}
