using System.ComponentModel.DataAnnotations;

namespace Capacity.Simulator.Replay;

/// <summary>How a recording is served.</summary>
public sealed class ReplayOptions
{
    /// <summary>Gets or sets how far into the recording the replay begins.</summary>
    /// <value>The default is zero; not negative.</value>
    public TimeSpan Offset { get; set; }

    /// <summary>Gets or sets what happens at the end.</summary>
    /// <value>The default is <see cref="AtEnd.Hold"/>.</value>
    public AtEnd AtEnd { get; set; }

    /// <summary>Gets or sets the port of the first host, in the order of addresses; the next host takes the next port.</summary>
    /// <value>The default is <see langword="null"/>: ports that are free; otherwise from 1 to 65535.</value>
    [Range(1, 65535)]
    public int? PortBase { get; set; }
}
