namespace Capacity.Server.Configuration;

/// <content>Who is told of incidents, and how.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets who is told of incidents, and how.</summary>
    public PagingSection? Paging { get; set; }

    /// <summary>Who is told of incidents, and how.</summary>
    public sealed class PagingSection
    {
        /// <summary>Gets or sets the receivers, by name.</summary>
        public Dictionary<string, ReceiverSection>? Receivers { get; set; }

        /// <summary>Gets or sets the routes, in order.</summary>
        public List<RouteSection>? Routes { get; set; }

        /// <summary>Gets or sets what holds where no route matches.</summary>
        public RouteSection? Default { get; set; }

        /// <summary>Gets or sets the steps of escalations, by name.</summary>
        public Dictionary<string, List<StepSection>>? Escalations { get; set; }

        /// <summary>Gets or sets the hours in which tickets are held, by name.</summary>
        public Dictionary<string, QuietHoursSection>? QuietHours { get; set; }

        /// <summary>Gets or sets how long a call waits before the fallback gets it.</summary>
        public string? FallbackAfter { get; set; }

        /// <summary>Gets or sets when messages that failed are sent again.</summary>
        public RetrySection? Retry { get; set; }

        /// <summary>Gets or sets when a receiver counts as down.</summary>
        public BreakerSection? Breaker { get; set; }

        /// <summary>Gets or sets how long messages and notes of incidents that are over are kept.</summary>
        public string? KeepDeliveries { get; set; }

        /// <summary>Gets or sets the sign of life.</summary>
        public HeartbeatSection? Heartbeat { get; set; }
    }

    /// <summary>One receiver.</summary>
    public sealed class ReceiverSection
    {
        /// <summary>Gets or sets what kind of receiver it is.</summary>
        public string? Type { get; set; }

        /// <summary>Gets or sets its address.</summary>
        public string? Url { get; set; }

        /// <summary>Gets or sets the file with its key, token, password or secret address.</summary>
        public string? SecretFile { get; set; }

        /// <summary>Gets or sets the addresses of mail, with commas between.</summary>
        public string? To { get; set; }

        /// <summary>Gets or sets the channel of a Slack bot.</summary>
        public string? Channel { get; set; }

        /// <summary>Gets or sets the certificates to trust.</summary>
        public string? CaFile { get; set; }

        /// <summary>Gets or sets the longest that one attempt may take.</summary>
        public string? Timeout { get; set; }

        /// <summary>Gets or sets the receiver that stands in while this one is down.</summary>
        public string? Fallback { get; set; }

        /// <summary>Gets or sets whether it is told when there is more to say.</summary>
        public bool? Updates { get; set; }

        /// <summary>Gets or sets how often an Alertmanager is told again what is open.</summary>
        public string? ResendInterval { get; set; }

        /// <summary>Gets or sets a value indicating whether an Alertmanager is sent an alert that always fires.</summary>
        public bool Watchdog { get; set; }
    }

    /// <summary>Who is told of what.</summary>
    public sealed class RouteSection
    {
        /// <summary>Gets or sets which notices it is for.</summary>
        public MatchSection? Match { get; set; }

        /// <summary>Gets or sets the names of the receivers.</summary>
        public List<string>? Receivers { get; set; }

        /// <summary>Gets or sets the name of the escalation of its pages.</summary>
        public string? Escalation { get; set; }

        /// <summary>Gets or sets the name of the hours in which its tickets are held.</summary>
        public string? QuietHours { get; set; }

        /// <summary>Gets or sets a value indicating whether the routes after it are looked at too.</summary>
        public bool Continue { get; set; }
    }

    /// <summary>Which notices a route is for.</summary>
    public sealed class MatchSection
    {
        /// <summary>Gets or sets what is asked.</summary>
        public List<string>? Notice { get; set; }

        /// <summary>Gets or sets the severities.</summary>
        public List<string>? Severity { get; set; }

        /// <summary>Gets or sets the kinds of causes.</summary>
        public List<string>? Kind { get; set; }

        /// <summary>Gets or sets the teams.</summary>
        public List<string>? Team { get; set; }

        /// <summary>Gets or sets the zones.</summary>
        public List<string>? Zone { get; set; }

        /// <summary>Gets or sets the clusters.</summary>
        public List<string>? Cluster { get; set; }
    }

    /// <summary>A step of an escalation.</summary>
    public sealed class StepSection
    {
        /// <summary>Gets or sets how long after the page.</summary>
        public string? After { get; set; }

        /// <summary>Gets or sets the names of the receivers.</summary>
        public List<string>? Receivers { get; set; }
    }

    /// <summary>Hours in which tickets are held.</summary>
    public sealed class QuietHoursSection
    {
        /// <summary>Gets or sets the zone of the clock on the wall.</summary>
        public string? TimeZone { get; set; }

        /// <summary>Gets or sets the stretches of a week.</summary>
        public List<QuietTimeSection>? Times { get; set; }
    }

    /// <summary>A stretch of every week.</summary>
    public sealed class QuietTimeSection
    {
        /// <summary>Gets or sets the days on which it begins.</summary>
        public List<string>? Days { get; set; }

        /// <summary>Gets or sets when it begins.</summary>
        public string? From { get; set; }

        /// <summary>Gets or sets when it ends.</summary>
        public string? Until { get; set; }
    }

    /// <summary>When messages that failed are sent again.</summary>
    public sealed class RetrySection
    {
        /// <summary>Gets or sets the time after the first failure.</summary>
        public string? First { get; set; }

        /// <summary>Gets or sets the longest time between two attempts.</summary>
        public string? Longest { get; set; }

        /// <summary>Gets or sets how long a message is tried.</summary>
        public string? GiveUpAfter { get; set; }
    }

    /// <summary>When a receiver counts as down.</summary>
    public sealed class BreakerSection
    {
        /// <summary>Gets or sets how many attempts in a row have to fail.</summary>
        public int? Failures { get; set; }

        /// <summary>Gets or sets how long it is left alone at first.</summary>
        public string? First { get; set; }

        /// <summary>Gets or sets the longest that it is left alone.</summary>
        public string? Longest { get; set; }
    }

    /// <summary>The sign of life.</summary>
    public sealed class HeartbeatSection
    {
        /// <summary>Gets or sets the address that is asked.</summary>
        public string? Url { get; set; }

        /// <summary>Gets or sets the file with the address, where that is secret.</summary>
        public string? UrlFile { get; set; }

        /// <summary>Gets or sets how often.</summary>
        public string? Interval { get; set; }
    }
}
