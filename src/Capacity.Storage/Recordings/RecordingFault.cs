namespace Capacity.Storage.Recordings;

/// <summary>Why a folder cannot be read as a recording.</summary>
public enum RecordingFault
{
    /// <summary>There is no such folder, or it holds no <c>recording.json</c> of ours.</summary>
    NotARecording,

    /// <summary>A newer program wrote it.</summary>
    TooNew,

    /// <summary>Its <c>recording.json</c> cannot be read, or there are no segments.</summary>
    Damaged,
}
