namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>A usage history, taken row by row and held as profiles.</summary>
/// <param name="interval">The time between two samples of an instance.</param>
public sealed class UsageLog(TimeSpan interval)
{
    /// <summary>So many days may be open at once, over all apps, before they are closed.</summary>
    private const int MostOpen = 20_000;

    private readonly Dictionary<string, AppLog> apps = new(StringComparer.Ordinal);
    private (string Name, AppLog Log)? last;
    private int open;

    /// <summary>Gets the first day with a row; <see langword="null"/> without rows.</summary>
    public DateOnly? First { get; private set; }

    /// <summary>Gets the day after the last with a row.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>Gets the number of apps.</summary>
    public int AppCount => apps.Count;

    internal IReadOnlyDictionary<string, AppLog> Apps => apps;

    /// <summary>Takes a row. Rows may come in any order; least is held where those of a series, or those of a day, come together.</summary>
    public void Add(in UsageRow row)
    {
        if (last?.Name != row.App)
        {
            if (!apps.TryGetValue(row.App, out var found))
            {
                apps.Add(row.App, found = new());
            }

            last = (row.App, found);
        }

        var log = last.Value.Log;
        var before = log.Open;
        log.Add(row, interval);
        open += log.Open - before;
        if (open >= MostOpen)
        {
            Seal();
        }

        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        First = First is { } f && f <= day ? f : day;
        End = End is { } e && e > day ? e : day.AddDays(1);
    }

    /// <summary>Closes what is open.</summary>
    public void Seal()
    {
        foreach (var app in apps.Values)
        {
            app.Seal();
        }

        open = 0;
    }
}
