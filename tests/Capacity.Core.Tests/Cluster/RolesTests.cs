using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Cluster;

public sealed class RolesTests
{
    [Theory]
    [InlineData("prod", "prod", true)]
    [InlineData("prod/search", "prod", true)]
    [InlineData("prod", "prod/search", false)]
    [InlineData("production", "prod", false)]
    [InlineData("*", "prod", false)]
    public void MayUse_RolesFormATree_OwnAndAbove(string role, string reservedFor, bool expected) =>
        Assert.Equal(expected, Roles.MayUse(role, reservedFor));
}
