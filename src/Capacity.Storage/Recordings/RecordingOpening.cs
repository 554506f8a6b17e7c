namespace Capacity.Storage.Recordings;

/// <summary>What became of the wish to open a recording.</summary>
public abstract record RecordingOpening
{
    private RecordingOpening()
    {
    }

    /// <summary>The folder holds a recording that this program can read.</summary>
    public sealed record Opened(Recording Recording) : RecordingOpening;

    /// <summary>It cannot be read.</summary>
    /// <param name="Reason">One line for the user.</param>
    public sealed record Refused(RecordingFault Fault, string Reason) : RecordingOpening;
}
