using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>An app or a pod that Marathon runs instances of.</summary>
internal sealed record SyntheticApp
{
    private static readonly string[] Teams = ["web", "data", "edge", "payments", "search", "platform", "logistics"];

    private static readonly string[] Groups = ["frontend", "checkout", "catalog", "etl", "gateway", "reports"];

    private static readonly string[] Services = ["api", "worker", "cache", "consumer", "scheduler", "indexer", "proxy"];

    private static readonly double[] Cores = [0.1, 0.5, 0.25, 1, 0.1, 0.2, 2, 0.5];

    private static readonly double[] Mebibytes = [256, 1024, 512, 2048, 64, 128, 4096];

    public required SyntheticFramework Framework { get; init; }

    public required string Role { get; init; }

    public required string Team { get; init; }

    /// <summary>Gets the value of the label <c>owner</c>; <see langword="null"/> for none.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets the segments of the app's path, the first one first.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Gets what one task of an instance asks for.</summary>
    public required ResourceVector Request { get; init; }

    /// <summary>Gets a value indicating whether an instance is a pod, which is run by Mesos's default executor.</summary>
    public required bool IsPod { get; init; }

    /// <summary>Gets a value indicating whether tasks may use more than they ask for.</summary>
    public required bool HasLimits { get; init; }

    public required bool HasHealthCheck { get; init; }

    public required bool HasPort { get; init; }

    public required bool IsExternal { get; init; }

    /// <summary>Gets the path as task ids have it, such as <c>prod_web_api-7</c>.</summary>
    public string IdStem => string.Join('_', Path);

    /// <summary>Gets the path as task names have it, such as <c>api-7.web.prod</c>.</summary>
    public string TaskName => string.Join('.', Path.Reverse());

    /// <summary>Makes app <paramref name="number"/>; the same number is the same app in every cluster.</summary>
    public static SyntheticApp Of(int number)
    {
        var framework = SyntheticFramework.All[number % 8 == 7 ? 2 : number % 4 == 2 ? 1 : 0];
        var role = framework.Roles[number / 3 % framework.Roles.Count];
        var isPod = number % 9 == 4;
        return new()
        {
            Framework = framework,
            Role = role,
            Team = Teams[number % Teams.Length],
            Path = [role, Groups[number % Groups.Length], string.Create(CultureInfo.InvariantCulture, $"{Services[number % Services.Length]}-{number}")],
            Request = new(
                CpuCores.FromCores(Cores[number % Cores.Length]),
                MemorySize.FromMebibytes(Mebibytes[number % Mebibytes.Length]),
                MemorySize.FromMebibytes(number % 3 == 0 ? 64 : 0)),
            IsPod = isPod,
            HasLimits = number % 5 == 3,
            HasHealthCheck = !isPod && number % 2 == 0,
            HasPort = !isPod && number % 2 == 0,
            IsExternal = number % 6 == 0,
        };
    }
}
