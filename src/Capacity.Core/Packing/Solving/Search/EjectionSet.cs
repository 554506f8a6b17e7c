namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Up to three items of a machine that would leave to make room for another.</summary>
/// <param name="Machine">The machine; -1 for no set at all.</param>
/// <param name="First">The first that leaves.</param>
/// <param name="Second">The second; -1 for none.</param>
/// <param name="Third">The third; -1 for none.</param>
/// <param name="Cost">How much is lost by it.</param>
internal readonly record struct EjectionSet(int Machine, int First, int Second, int Third, double Cost)
{
    public static readonly EjectionSet None = new(-1, -1, -1, -1, double.PositiveInfinity);
}
