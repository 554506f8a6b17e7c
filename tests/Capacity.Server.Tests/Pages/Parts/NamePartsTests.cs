using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Tests.Pages.Parts;

public sealed class NamePartsTests
{
    [Theory]
    [InlineData("/batch/catalog/consumer-151", "/batch/|catalog/|consumer-151")]
    [InlineData("agent7.z2.mesos.test:5051", "agent7.|z2.|mesos.|test:|5051")]
    [InlineData("MesosAgentMissing", "Mesos|Agent|Missing")]
    [InlineData("/", "/")]
    [InlineData("", "")]
    public void Of_Name_CutsBetweenItsWords(string name, string expected) => Assert.Equal(expected, string.Join('|', NameParts.Of(name)));
}
