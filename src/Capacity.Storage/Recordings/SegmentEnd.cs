namespace Capacity.Storage.Recordings;

/// <summary>How a segment ended.</summary>
internal enum SegmentEnd
{
    /// <summary>There may be more lines.</summary>
    NotYet,

    /// <summary>As its writer wanted.</summary>
    Whole,

    /// <summary>Early: its writer was killed, or still writes.</summary>
    CutShort,

    /// <summary>With bytes that are none of ours.</summary>
    Damaged,
}
