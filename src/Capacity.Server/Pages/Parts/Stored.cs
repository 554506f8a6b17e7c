namespace Capacity.Server.Pages.Parts;

/// <summary>Reads from the store for a page, which says what went wrong and shows the rest.</summary>
internal static class Stored
{
    /// <summary>Reads.</summary>
    /// <returns>What was read, or one line on why nothing was.</returns>
    public static async Task<(T? Value, string? Fault)> TryAsync<T>(Func<Task<T>> read)
        where T : class?
    {
        try
        {
            return (await read(), null);
        }
        catch (IOException e)
        {
            return (null, $"The history cannot be read: {e.Message}");
        }
    }
}
