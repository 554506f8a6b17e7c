namespace Capacity.Cli.Packing;

/// <summary>Rules that machines and items of a packing problem have in common; a fault says where it is.</summary>
internal static class EntryRules
{
    public static string Id(string? id, string where) => id is { Length: > 0 } ? id : throw new FormatException($"{where}.id is missing");

    public static int Count(int count, int least, string where) => count >= least ? count : throw new FormatException($"{where} is {count}: write {least} or more");

    public static IReadOnlyList<double> Amounts(IReadOnlyList<double>? amounts, int resources, string where)
    {
        if (amounts is null)
        {
            throw new FormatException($"{where} is missing");
        }

        if (amounts.Count != resources)
        {
            throw new FormatException($"{where} has {Some(amounts.Count, "number")}, but there {(resources == 1 ? "is" : "are")} {Some(resources, "resource")}");
        }

        var wrong = amounts.Index().FirstOrDefault(a => !double.IsFinite(a.Item) || a.Item < 0, (-1, 0));
        return wrong.Index < 0 ? amounts : throw new FormatException(FormattableString.Invariant($"{where}[{wrong.Index}] is {wrong.Item}: write 0 or more"));
    }

    private static string Some(int count, string what) => $"{count} {what}{(count == 1 ? string.Empty : "s")}";
}
