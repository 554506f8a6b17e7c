namespace Capacity.Storage.Recordings;

/// <summary>What became of the wish to start a recording.</summary>
public abstract record RecordingCreation
{
    private RecordingCreation()
    {
    }

    /// <summary>The folder is there and the writer is ready.</summary>
    public sealed record Created(RecordingWriter Writer) : RecordingCreation;

    /// <summary>Nothing was started.</summary>
    /// <param name="Reason">One line for the user.</param>
    public sealed record Refused(string Reason) : RecordingCreation;
}
