namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Names instances in eight bytes: the FNV-1a hash (64 bits) of the instance's id, UTF-16 code unit by code unit.</summary>
public static class InstanceKey
{
    /// <summary>Makes the key of an id.</summary>
    public static ulong Of(ReadOnlySpan<char> id)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var c in id)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            return hash;
        }
    }
}
