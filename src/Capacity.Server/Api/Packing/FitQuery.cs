using System.ComponentModel;
using Capacity.Core.Packing.Fitting;
using Microsoft.AspNetCore.Mvc;

namespace Capacity.Server.Api.Packing;

/// <summary>What somebody would like to place, in the address.</summary>
internal sealed class FitQuery
{
    [FromQuery(Name = "cpus")]
    [Description("The cores of each instance, such as 0.5.")]
    public string? Cpus { get; init; }

    [FromQuery(Name = "mem")]
    [Description("The memory of each instance with its unit, such as 8GiB.")]
    public string? Memory { get; init; }

    [FromQuery(Name = "disk")]
    [Description("The disk of each instance with its unit, such as 100GiB.")]
    public string? Disk { get; init; }

    [FromQuery(Name = "gpus")]
    [Description("The whole GPUs of each instance.")]
    public string? Gpus { get; init; }

    [FromQuery(Name = "role")]
    [Description("The role whose reservations it may take; * where it is not given.")]
    public string? Role { get; init; }

    [FromQuery(Name = "constraint")]
    [Description("A Marathon constraint, such as hostname:UNIQUE or zone:GROUP_BY:3; it may be given several times.")]
    public string[]? Constraints { get; init; }

    [FromQuery(Name = "instances")]
    [Description("How many instances; 1 where it is not given.")]
    public string? Instances { get; init; }

    /// <summary>Reads the request.</summary>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public FitRequest Read() => FitText.Parse(n => n, Cpus, Memory, Disk, Gpus, Role, Constraints, Instances);
}
