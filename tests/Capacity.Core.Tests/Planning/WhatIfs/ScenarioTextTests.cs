using Capacity.Core.Planning.WhatIfs;

namespace Capacity.Core.Tests.Planning.WhatIfs;

public sealed class ScenarioTextTests
{
    [Theory]
    [InlineData("zone-loss")]
    [InlineData("zone-loss east")]
    [InlineData("agent-loss a b")]
    [InlineData("busiest-agent")]
    [InlineData("instances-down 25%")]
    [InlineData("add 20x16c64g")]
    [InlineData("replace 24.5c96g 10x32c128g")]
    [InlineData("grow 12.5%")]
    public void Write_WhatWasRead_IsTheSameText(string text) => Assert.Equal(text, ScenarioText.Write(ScenarioText.Parse(text.Split(' '), () => null)));

    [Theory]
    [InlineData("")]
    [InlineData("instances-down")]
    [InlineData("instances-down 25")]
    [InlineData("instances-down 101%")]
    [InlineData("grow 0%")]
    [InlineData("add 16c64g")]
    [InlineData("add 0x16c64g")]
    [InlineData("replace 16c 1x16c64g")]
    [InlineData("rightsized")]
    public void Parse_SomethingElse_SaysWhatToWrite(string text) =>
        Assert.Throws<FormatException>(() => ScenarioText.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), () => null));
}
