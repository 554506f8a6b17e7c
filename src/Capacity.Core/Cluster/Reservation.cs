using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>The part of an agent that is kept for one role.</summary>
/// <param name="Role">The role, such as <c>prod</c> or <c>prod/search</c>.</param>
/// <param name="Reserved">What is kept for the role.</param>
/// <param name="Allocated">How much of it runs tasks.</param>
public sealed record Reservation(string Role, ResourceVector Reserved, ResourceVector Allocated)
{
    /// <summary>Gets what is still free for the role alone.</summary>
    public ResourceVector Free => Reserved.LessOrZero(Allocated);
}
