using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Simulator.Model;

/// <summary>What an agent says of a task that it has killed.</summary>
internal static class FailureText
{
    public static string OfMemory(MemorySize limit, double cacheRatio)
    {
        var mebibytes = (long)limit.Mebibytes;
        var cache = (long)(limit.Bytes * cacheRatio);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Memory limit exceeded: Requested: {mebibytes}MB Maximum Used: {mebibytes}MB\n\nMEMORY STATISTICS: \ncache {cache}\nrss {limit.Bytes - cache}\n");
    }
}
