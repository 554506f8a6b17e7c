namespace Capacity.Cli.Demo;

/// <summary>Where the demo keeps what it collects: a folder somebody named, or one of its own that it takes away again.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly bool own;

    private DemoFolder(string path, bool own)
    {
        Path = path;
        this.own = own;
    }

    public string Path { get; }

    /// <summary>Gets where the service keeps what it collects.</summary>
    public string Data => DataIn(Path);

    /// <summary>Gets the service's configuration.</summary>
    public string Configuration => System.IO.Path.Combine(Path, "capacity.yaml");

    /// <exception cref="UserErrorException">It can't be made, or holds what was collected from another cluster.</exception>
    public static DemoFolder Open(string? named)
    {
        if (named is null)
        {
            return new(Directory.CreateTempSubdirectory("capacity-demo-").FullName, true);
        }

        if (Directory.Exists(DataIn(named)))
        {
            throw new UserErrorException($"--folder: '{named}' holds what an earlier demo collected, whose cluster is gone: name another folder.");
        }

        try
        {
            return new(Directory.CreateDirectory(named).FullName, false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--folder: '{named}' cannot be made: {(File.Exists(named) ? "there is a file of that name" : e.Message.TrimEnd('.'))}.");
        }
    }

    public void Dispose()
    {
        if (own)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static string DataIn(string folder) => System.IO.Path.Combine(folder, "data");
}
