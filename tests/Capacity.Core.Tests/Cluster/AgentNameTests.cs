using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Cluster;

public sealed class AgentNameTests
{
    [Theory]
    [InlineData("host1", "host1", 5051)]
    [InlineData("host1:5052", "host1", 5052)]
    [InlineData("host1:5051", "host1", 5051)]
    [InlineData("host1:x", "host1:x", 5051)]
    [InlineData("host1:70000", "host1:70000", 5051)]
    public void Parse_Text_IsHostAndPort(string text, string host, int port) => Assert.Equal(new(host, port), AgentName.Parse(text));

    [Theory]
    [InlineData("host1", 5051)]
    [InlineData("host1", 5052)]
    public void Parse_WhatToStringWrites_IsTheSame(string host, int port) => Assert.Equal(new(host, port), AgentName.Parse(new AgentName(host, port).ToString()));
}
