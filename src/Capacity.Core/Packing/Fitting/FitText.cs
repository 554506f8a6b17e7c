using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Fitting;

/// <summary>Requests for room as people write them: <c>4</c> CPUs, <c>8GiB</c>, <c>zone:GROUP_BY:3</c>.</summary>
public static class FitText
{
    /// <summary>The most instances that may be asked for.</summary>
    public const int MostInstances = 100_000;

    private const double MostCores = 1e6;

    /// <summary>Reads a request; what is not given is nothing of it, one instance, and the role <c>*</c>.</summary>
    /// <param name="name">Gives the name of a part as the user knows it, for what is wrong: <c>--mem</c> or <c>memory</c>.</param>
    /// <param name="cpus">Cores.</param>
    /// <param name="memory">An amount of bytes with its unit.</param>
    /// <param name="disk">An amount of bytes with its unit.</param>
    /// <param name="gpus">Whole GPUs.</param>
    /// <param name="role">A role.</param>
    /// <param name="constraints">Field, operator and value, with colons between them.</param>
    /// <param name="instances">How many.</param>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public static FitRequest Parse(
        Func<string, string> name, string? cpus, string? memory, string? disk, string? gpus, string? role, IReadOnlyList<string>? constraints, string? instances)
    {
        ArgumentNullException.ThrowIfNull(name);
        ResourceVector shape = new(
            CpuCores.FromCores(Number(cpus, name("cpus"), MostCores)), Bytes(memory, name("mem")), Bytes(disk, name("disk")), (long)Whole(gpus, name("gpus"), 0, 0, 100_000));
        return shape == default
            ? throw new FormatException($"Say what each instance asks for: {name("cpus")}, {name("mem")}, {name("disk")} or {name("gpus")}.")
            : new(shape)
            {
                Instances = Whole(instances, name("instances"), 1, 1, MostInstances),
                Role = string.IsNullOrEmpty(role) ? Roles.Any : role,
                Constraints = [.. (constraints ?? []).Where(c => c.Length > 0).Select(c => Constraint(c, name("constraint")))],
            };
    }

    private static double Number(string? text, string name, double most) => string.IsNullOrEmpty(text) ? 0
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= most ? value
        : throw new FormatException($"{name}: '{text}' is no number of cores: write 4 or 0.5.");

    private static int Whole(string? text, string name, int standard, int least, int most) => string.IsNullOrEmpty(text) ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new FormatException($"{name} takes a whole number from {least} to {most}.");

    private static MemorySize Bytes(string? text, string name) => string.IsNullOrEmpty(text) ? MemorySize.Zero
        : SizeText.TryParse(text) ?? throw new FormatException($"{name}: '{text}' is no amount of bytes: {SizeText.Expected}.");

    private static PlacementConstraint Constraint(string text, string name)
    {
        try
        {
            return PlacementConstraint.Parse(text.Split(':', 3));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}: '{text}': {e.Message}; write hostname:UNIQUE or zone:GROUP_BY:3.");
        }
    }
}
