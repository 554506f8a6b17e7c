namespace Capacity.Server.Configuration;

/// <content>How apps are advised.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets how apps are advised, and who is told.</summary>
    public RightSizingSection? RightSizing { get; set; }

    /// <summary>How apps are advised, and who is told.</summary>
    public sealed class RightSizingSection
    {
        /// <summary>Gets or sets the time between two computations.</summary>
        public string? Interval { get; set; }

        /// <summary>Gets or sets how long after its start an instance's CPU does not count.</summary>
        public string? StartUp { get; set; }

        /// <summary>Gets or sets the weeks to look back.</summary>
        public int? Weeks { get; set; }

        /// <summary>Gets or sets the least CPU of an instance, in cores.</summary>
        public double? CpuFloor { get; set; }

        /// <summary>Gets or sets the most CPU of an instance, in cores.</summary>
        public double? CpuCap { get; set; }

        /// <summary>Gets or sets what CPU is rounded up to, in cores.</summary>
        public double? CpuStep { get; set; }

        /// <summary>Gets or sets the least memory of an instance.</summary>
        public string? MemoryFloor { get; set; }

        /// <summary>Gets or sets the most memory of an instance.</summary>
        public string? MemoryCap { get; set; }

        /// <summary>Gets or sets what memory is rounded up to.</summary>
        public string? MemoryStep { get; set; }

        /// <summary>Gets or sets the fewest instances of an app that has several.</summary>
        public int? RedundantInstances { get; set; }

        /// <summary>Gets or sets how busy instances may be.</summary>
        public double? Utilisation { get; set; }

        /// <summary>Gets or sets how busy they may be after a failure domain is lost.</summary>
        public double? UtilisationAfterLoss { get; set; }

        /// <summary>Gets or sets the share of waste from which an app is flagged.</summary>
        public double? FlagFrom { get; set; }

        /// <summary>Gets or sets the share of waste below which the flag is taken back.</summary>
        public double? ClearBelow { get; set; }

        /// <summary>Gets or sets the share of days on which the waste has to be there.</summary>
        public double? FlagDays { get; set; }

        /// <summary>Gets or sets how much less fewer instances have to cost than smaller ones.</summary>
        public double? LeastCountSaving { get; set; }

        /// <summary>Gets or sets the change below which advice stays what it was.</summary>
        public double? LeastChange { get; set; }

        /// <summary>Gets or sets how much risk sizes may carry.</summary>
        public RiskSection? Risk { get; set; }

        /// <summary>Gets or sets what resources cost.</summary>
        public PricesSection? Prices { get; set; }

        /// <summary>Gets or sets the only sizes that instances may have.</summary>
        public List<CatalogueSection>? Catalogue { get; set; }

        /// <summary>Gets or sets who owns what.</summary>
        public OwnersSection? Owners { get; set; }

        /// <summary>Gets or sets what teams want otherwise.</summary>
        public Dictionary<string, TeamSection>? Teams { get; set; }

        /// <summary>Gets or sets who is sent reports.</summary>
        public ReportsSection? Reports { get; set; }
    }

    /// <summary>How much risk sizes may carry in a week, as ratios.</summary>
    public sealed class RiskSection
    {
        /// <summary>Gets or sets the mean share of time above the CPU request.</summary>
        public double? CpuExceed { get; set; }

        /// <summary>Gets or sets the highest such share of one app.</summary>
        public double? MostCpuExceed { get; set; }

        /// <summary>Gets or sets the mean share of instances that need more memory than requested.</summary>
        public double? MemoryBreach { get; set; }

        /// <summary>Gets or sets the highest such share of one app.</summary>
        public double? MostMemoryBreach { get; set; }

        /// <summary>Gets or sets a value indicating whether memory may be advised below the highest moment seen.</summary>
        public bool MemoryBelowPeak { get; set; }
    }

    /// <summary>What resources cost.</summary>
    public sealed class PricesSection
    {
        /// <summary>Gets or sets the name of the money.</summary>
        public string? Currency { get; set; }

        /// <summary>Gets or sets the price of a core for an hour.</summary>
        public double? CoreHour { get; set; }

        /// <summary>Gets or sets the price of a GiB of memory for an hour.</summary>
        public double? GibibyteHour { get; set; }
    }

    /// <summary>A size that instances may have.</summary>
    public sealed class CatalogueSection
    {
        /// <summary>Gets or sets its name.</summary>
        public string? Name { get; set; }

        /// <summary>Gets or sets its CPU, in cores.</summary>
        public double? Cpus { get; set; }

        /// <summary>Gets or sets its memory.</summary>
        public string? Memory { get; set; }
    }

    /// <summary>Who owns what.</summary>
    public sealed class OwnersSection
    {
        /// <summary>Gets or sets the labels that name a team.</summary>
        public List<string>? Labels { get; set; }

        /// <summary>Gets or sets the teams of paths.</summary>
        public Dictionary<string, string>? Paths { get; set; }

        /// <summary>Gets or sets a value indicating whether the first segment of an id is the team where nothing else says.</summary>
        public bool FirstSegment { get; set; }
    }

    /// <summary>What a team wants otherwise.</summary>
    public sealed class TeamSection
    {
        /// <summary>Gets or sets the least CPU of an instance, in cores.</summary>
        public double? CpuFloor { get; set; }

        /// <summary>Gets or sets the most CPU of an instance, in cores.</summary>
        public double? CpuCap { get; set; }

        /// <summary>Gets or sets the least memory of an instance.</summary>
        public string? MemoryFloor { get; set; }

        /// <summary>Gets or sets the most memory of an instance.</summary>
        public string? MemoryCap { get; set; }

        /// <summary>Gets or sets the fewest instances.</summary>
        public int? InstanceFloor { get; set; }

        /// <summary>Gets or sets where its report is posted.</summary>
        public string? Webhook { get; set; }

        /// <summary>Gets or sets where its report is mailed.</summary>
        public string? Mail { get; set; }
    }

    /// <summary>Who is sent reports.</summary>
    public sealed class ReportsSection
    {
        /// <summary>Gets or sets the day of the week.</summary>
        public string? Day { get; set; }

        /// <summary>Gets or sets the hour of that day, UTC.</summary>
        public int? Hour { get; set; }

        /// <summary>Gets or sets where the reports of teams without a webhook of their own are posted.</summary>
        public string? Webhook { get; set; }

        /// <summary>Gets or sets whom reports are mailed to.</summary>
        public ReportMailSection? Mail { get; set; }
    }

    /// <summary>Whom reports are mailed to.</summary>
    public sealed class ReportMailSection
    {
        /// <summary>Gets or sets the domains in which an owner's name is the address.</summary>
        public List<string>? OwnerDomains { get; set; }

        /// <summary>Gets or sets the address of any team.</summary>
        public string? Pattern { get; set; }

        /// <summary>Gets or sets where the mail of teams without an address goes.</summary>
        public string? To { get; set; }
    }
}
