using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Server.Configuration;

/// <summary>How apps are advised, and who is told.</summary>
public sealed record RightSizingSettings
{
    /// <summary>The standard.</summary>
    public static RightSizingSettings Default { get; } = new();

    /// <summary>Gets the time between two computations of all advice. The default is an hour.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets how profiles are made.</summary>
    public ProfileOptions Profiles { get; init; } = ProfileOptions.Default;

    /// <summary>Gets how apps are sized.</summary>
    public RightSizingPolicy Policy { get; init; } = RightSizingPolicy.Default;

    /// <summary>Gets the name of the money; empty for none.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Gets who owns what.</summary>
    public OwnerRules Owners { get; init; } = OwnerRules.Default;

    /// <summary>Gets what teams want otherwise.</summary>
    public IReadOnlyDictionary<string, PolicyOverrides> Teams { get; init; } = new Dictionary<string, PolicyOverrides>();

    /// <summary>Gets who is sent reports.</summary>
    public ReportSettings Reports { get; init; } = ReportSettings.Nobody;
}
