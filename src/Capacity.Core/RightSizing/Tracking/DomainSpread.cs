using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>The most failure domains that an app was spread over on a day.</summary>
/// <param name="App">The app.</param>
/// <param name="Day">The UTC day.</param>
/// <param name="AreZones">Whether they were zones; else hosts.</param>
/// <param name="Domains">How many there were at one time, 1 or more.</param>
public sealed record DomainSpread(AppKey App, DateOnly Day, bool AreZones, int Domains)
{
    /// <summary>The days that count, today among them.</summary>
    public const int Days = 7;

    /// <summary>Takes what an app is spread over now.</summary>
    public static DomainSpread Of(AppFacts app, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new(app.Key, day, app.DomainsAreZones, app.FailureDomains);
    }

    /// <summary>Gives an app the most domains that it was spread over lately, so that the outage of one changes nothing. Zones count before hosts: with the last but one zone gone, hosts are all that can be told apart.</summary>
    /// <param name="app">The app as it is now.</param>
    /// <param name="lately">What was noted of it.</param>
    public static AppFacts Steady(AppFacts app, IReadOnlyCollection<DomainSpread> lately)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(lately);
        var areZones = app.DomainsAreZones || lately.Any(s => s.AreZones);
        var known = lately.Where(s => s.AreZones == areZones).Select(s => s.Domains);
        return app with { DomainsAreZones = areZones, FailureDomains = (app.DomainsAreZones == areZones ? known.Append(app.FailureDomains) : known).Max() };
    }
}
