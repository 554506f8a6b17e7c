using System.ComponentModel;
using System.Globalization;
using Capacity.Core.Planning.Shapes;
using Microsoft.AspNetCore.Mvc;

namespace Capacity.Server.Api.Planning;

/// <summary>Which machine shapes are compared.</summary>
internal sealed record ShapesQuery
{
    private const int MostMachines = 1000;
    private const int UsualMachines = 20;

    [FromQuery(Name = "shape")]
    [Description("A machine shape to compare, such as 16c64g; it may be given several times. Without it, those of today and some of other ratios.")]
    public string[]? Shapes { get; init; }

    [FromQuery(Name = "machines")]
    [Description("How many machines of each are added, 1 to 1,000; 20 where it is not given.")]
    public string? Machines { get; init; }

    /// <summary>Reads the question.</summary>
    /// <exception cref="FormatException">Something of it is wrong; the message says what to write.</exception>
    public (IReadOnlyList<MachineShape> Shapes, int Machines) Read() => (
        [.. (Shapes ?? []).Where(s => !string.IsNullOrWhiteSpace(s)).Select(MachineShape.Parse)],
        string.IsNullOrWhiteSpace(Machines) ? UsualMachines
            : int.TryParse(Machines, NumberStyles.None, CultureInfo.InvariantCulture, out var machines) && machines is >= 1 and <= MostMachines ? machines
            : throw new FormatException($"machines: '{Machines}' is no whole number from 1 to {MostMachines}."));
}
