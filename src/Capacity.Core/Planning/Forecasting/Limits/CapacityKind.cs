namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>What "full" may mean.</summary>
public enum CapacityKind
{
    /// <summary>Nothing more of today's mix is placed, or what is kept for the loss of a zone or an upgrade is gone.</summary>
    Effective,

    /// <summary>Nothing more of today's mix is placed.</summary>
    Placeable,

    /// <summary>Everything is allocated, to the last byte.</summary>
    Total,
}
