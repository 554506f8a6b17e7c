using System.Diagnostics;

namespace Capacity.Benchmarks.Parsing;

/// <summary>The most physical memory that this process ever had.</summary>
internal static class PeakMemory
{
    /// <summary>Reads the peak in bytes: <c>VmHWM</c> on Linux.</summary>
    public static long Bytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
