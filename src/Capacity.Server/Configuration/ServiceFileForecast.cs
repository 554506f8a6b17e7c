namespace Capacity.Server.Configuration;

/// <content>How forecasts are judged.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets how forecasts are judged.</summary>
    public ForecastSection? Forecast { get; set; }

    /// <summary>How forecasts are judged.</summary>
    public sealed class ForecastSection
    {
        /// <summary>Gets or sets the time from ordering machines until they run.</summary>
        public string? LeadTime { get; set; }

        /// <summary>Gets or sets the probability of running out that is accepted.</summary>
        public double? Target { get; set; }

        /// <summary>Gets or sets the machines that can be bought.</summary>
        public List<string>? Shapes { get; set; }
    }
}
