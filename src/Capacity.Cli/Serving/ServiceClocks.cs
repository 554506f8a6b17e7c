namespace Capacity.Cli.Serving;

/// <summary>The clocks of a service.</summary>
/// <param name="Time">Dates what is collected, and times requests out.</param>
/// <param name="Schedule">Says when jobs are due; the same clock, unless a simulated cluster lives faster than its requests can.</param>
internal sealed record ServiceClocks(TimeProvider Time, TimeProvider Schedule);
