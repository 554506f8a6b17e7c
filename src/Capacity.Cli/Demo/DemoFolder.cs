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

    public static DemoFolder Open(string? named)
    {
        if (named is null)
        {
            return new(Directory.CreateTempSubdirectory("capacity-demo-").FullName, true);
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
}
