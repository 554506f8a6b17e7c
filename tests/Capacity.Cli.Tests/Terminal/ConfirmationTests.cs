using Capacity.Cli.Terminal;

namespace Capacity.Cli.Tests.Terminal;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData("y", true)]
    [InlineData(" Yes ", true)]
    [InlineData("", false)]
    [InlineData("n", false)]
    [InlineData("yonder", false)]
    public void Ask_Answer_OnlyYesIsYes(string answer, bool expected)
    {
        using var error = new StringWriter();

        Assert.Equal(expected, Confirmation.Ask("Do it?", new StringReader($"{answer}\n"), error));
        Assert.Equal("Do it? [y/N] ", error.ToString());
    }

    [Fact]
    public void Ask_NobodyThere_SaysHowToGoOn()
    {
        using var error = new StringWriter();

        Assert.Contains("--yes", Assert.Throws<UserErrorException>(() => Confirmation.Ask("Do it?", TextReader.Null, error)).Message, StringComparison.Ordinal);
    }
}
