namespace Capacity.Server.Configuration;

/// <content>Who is on call when.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets who is on call when.</summary>
    public OnCallSection? OnCall { get; set; }

    /// <summary>Who is on call when.</summary>
    public sealed class OnCallSection
    {
        /// <summary>Gets or sets the time zone of the times below.</summary>
        public string? TimeZone { get; set; }

        /// <summary>Gets or sets when the night begins.</summary>
        public string? NightFrom { get; set; }

        /// <summary>Gets or sets when the night ends.</summary>
        public string? NightTo { get; set; }

        /// <summary>Gets or sets the shifts.</summary>
        public List<ShiftSection>? Shifts { get; set; }

        /// <summary>Gets or sets who is sent the review of each week.</summary>
        public ReviewReportSection? Report { get; set; }
    }

    /// <summary>Who is sent the review of each week.</summary>
    public sealed class ReviewReportSection
    {
        /// <summary>Gets or sets the day of the week.</summary>
        public string? Day { get; set; }

        /// <summary>Gets or sets the hour of that day, UTC.</summary>
        public int? Hour { get; set; }

        /// <summary>Gets or sets where it is posted.</summary>
        public string? Webhook { get; set; }

        /// <summary>Gets or sets where it is mailed: addresses with commas between.</summary>
        public string? Mail { get; set; }
    }

    /// <summary>A shift.</summary>
    public sealed class ShiftSection
    {
        /// <summary>Gets or sets its name.</summary>
        public string? Name { get; set; }

        /// <summary>Gets or sets when it begins.</summary>
        public string? From { get; set; }

        /// <summary>Gets or sets when it ends.</summary>
        public string? To { get; set; }

        /// <summary>Gets or sets the days on which it begins; all without them.</summary>
        public List<string>? Days { get; set; }
    }
}
