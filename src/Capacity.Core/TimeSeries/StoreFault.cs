namespace Capacity.Core.TimeSeries;

/// <summary>Why a store could not do something.</summary>
public enum StoreFault
{
    /// <summary>There is no room on the disk, or too little to be safe.</summary>
    DiskFull,

    /// <summary>The folder or a file in it may not be written or read.</summary>
    Forbidden,

    /// <summary>Files were damaged; they have been set aside.</summary>
    Damaged,

    /// <summary>The time is one that the store does not take: more than a day ahead of our clock, or of a day whose raw samples are not kept.</summary>
    OutOfRange,

    /// <summary>Anything else.</summary>
    Unavailable,
}
