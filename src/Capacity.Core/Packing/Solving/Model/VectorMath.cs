using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Capacity.Core.Packing.Solving.Model;

/// <summary>Arithmetic on rows of whole vectors, four resources at a time.</summary>
internal static class VectorMath
{
    /// <summary>How many numbers are worked on at a time.</summary>
    public const int Lanes = 4;

    /// <summary>Says whether one row is at most another in every number.</summary>
    public static bool FitsIn(double[] small, int smallStart, double[] large, int largeStart, int stride)
    {
        ref var a = ref MemoryMarshal.GetArrayDataReference(small);
        ref var b = ref MemoryMarshal.GetArrayDataReference(large);
        for (var i = 0; i < stride; i += Lanes)
        {
            if (Vector256.GreaterThanAny(Vector256.LoadUnsafe(ref a, (nuint)(smallStart + i)), Vector256.LoadUnsafe(ref b, (nuint)(largeStart + i))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a row, so many times, to another.</summary>
    public static void Add(double[] target, int targetStart, double[] row, int rowStart, int stride, double times)
    {
        ref var a = ref MemoryMarshal.GetArrayDataReference(target);
        ref var b = ref MemoryMarshal.GetArrayDataReference(row);
        for (var i = 0; i < stride; i += Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref a, (nuint)(targetStart + i)) + (Vector256.LoadUnsafe(ref b, (nuint)(rowStart + i)) * times);
            sum.StoreUnsafe(ref a, (nuint)(targetStart + i));
        }
    }
}
