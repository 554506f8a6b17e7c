namespace Capacity.Cli;

/// <summary>Says in a few words why a file that the user named cannot be opened or read.</summary>
internal static class FileFaults
{
    /// <summary>Gives the reason, without a full stop.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exception">What opening or reading it threw.</param>
    public static string Why(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => "it is a folder",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "this user may not",
        InvalidDataException => "it is damaged",
        _ => exception.Message.TrimEnd('.'),
    };
}
