namespace Capacity.Core.Planning.Shapes;

/// <summary>How a rule about who may use which agents may be changed.</summary>
public enum RuleChangeKind
{
    /// <summary>What agents keep for a role and it does not use is given to everybody.</summary>
    Release,

    /// <summary>What agents keep for a role and it does not use is kept for another role.</summary>
    HandOver,

    /// <summary>A constraint that chooses among agents is dropped, or all agents get the attribute that it asks for.</summary>
    DropConstraint,
}
