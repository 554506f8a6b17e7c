using System.ComponentModel;
using Capacity.Core.Planning.WhatIfs;
using Microsoft.AspNetCore.Mvc;

namespace Capacity.Server.Api.Packing;

/// <summary>What an estimate of a recovery takes for granted, in the address.</summary>
internal sealed class RecoveryQuery
{
    [FromQuery(Name = "start-rate")]
    [Description("How many tasks all schedulers start each second; 10 where it is not given.")]
    public string? StartRate { get; init; }

    [FromQuery(Name = "start-time")]
    [Description("How long a task takes until it serves; 30s where it is not given.")]
    public string? StartTime { get; init; }

    [FromQuery(Name = "detection")]
    [Description("How long until a lost agent is given up; 90s where it is not given.")]
    public string? Detection { get; init; }

    /// <summary>Reads the assumptions.</summary>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public RecoveryAssumptions Read() => RecoveryText.Parse(n => n, StartRate, StartTime, Detection);
}
