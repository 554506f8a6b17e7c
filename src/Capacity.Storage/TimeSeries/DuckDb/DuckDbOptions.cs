namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>How the DuckDB time-series store keeps its files.</summary>
public sealed record DuckDbOptions
{
    /// <summary>Gets the folder; nobody else may use it. It is made where it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets how long raw samples are kept.</summary>
    /// <value>The default is 15 days; at least 2 days, for a day is sealed with its neighbours in sight.</value>
    public TimeSpan RawRetention { get; init; } = TimeSpan.FromDays(15);

    /// <summary>Gets how long 5-minute data are kept.</summary>
    /// <value>The default is 400 days; at least <see cref="RawRetention"/>.</value>
    public TimeSpan DownsampledRetention { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Gets the longest time between two samples of a container over which a rate is made; longer is a gap.</summary>
    /// <value>The default is 5 minutes; twice the time between two collections or more, at most an hour.</value>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long after midnight (UTC), and after its last sample, a day stays open for late samples.</summary>
    /// <value>The default is 1 hour; at least <see cref="LongestGap"/>.</value>
    public TimeSpan SealAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets the memory that the engine may take for its work, in bytes.</summary>
    /// <value>The default is 64 MiB, which is also the least.</value>
    public long MemoryLimitBytes { get; init; } = 64L << 20;

    /// <summary>Gets the memory that the engine may take while it sorts a day that is over, once a day, or answers what does not fit into less, in bytes.</summary>
    /// <value>The default is 512 MiB; at least <see cref="MemoryLimitBytes"/>. With less, more of the day is sorted on disk.</value>
    public long SealingMemoryLimitBytes { get; init; } = 512L << 20;

    /// <summary>Gets the threads that the engine may use.</summary>
    /// <value>The default is 2; from 1 to 64.</value>
    public int Threads { get; init; } = 2;

    /// <summary>Gets the free room on the disk, in bytes, below which nothing is appended and no day is sealed.</summary>
    /// <value>The default is 256 MiB.</value>
    public long MinimumFreeBytes { get; init; } = 256L << 20;

    /// <summary>Gets how many samples an open day may hold as they came before they are sorted.</summary>
    internal long LongestTail { get; init; } = 500_000;

    /// <summary>Lists what is wrong, one line each; empty where all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        Check(RawRetention >= TimeSpan.FromDays(2), $"{nameof(RawRetention)} must be at least 2 days, was {RawRetention}");
        Check(DownsampledRetention >= RawRetention, $"{nameof(DownsampledRetention)} must be at least {nameof(RawRetention)}, was {DownsampledRetention}");
        Check(LongestGap > TimeSpan.Zero && LongestGap <= TimeSpan.FromHours(1), $"{nameof(LongestGap)} must be positive and at most an hour, was {LongestGap}");
        Check(SealAfter >= LongestGap, $"{nameof(SealAfter)} must be at least {nameof(LongestGap)}, was {SealAfter}");
        Check(MemoryLimitBytes >= 64L << 20, $"{nameof(MemoryLimitBytes)} must be at least 64 MiB, was {MemoryLimitBytes}");
        Check(SealingMemoryLimitBytes >= MemoryLimitBytes, $"{nameof(SealingMemoryLimitBytes)} must be at least {nameof(MemoryLimitBytes)}, was {SealingMemoryLimitBytes}");
        Check(Threads is >= 1 and <= 64, $"{nameof(Threads)} must be from 1 to 64, was {Threads}");
        Check(MinimumFreeBytes >= 0, $"{nameof(MinimumFreeBytes)} must not be negative, was {MinimumFreeBytes}");
        return faults;

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }
}
