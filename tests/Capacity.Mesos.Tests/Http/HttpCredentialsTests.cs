using Capacity.Mesos.Http;

namespace Capacity.Mesos.Tests.Http;

public sealed class HttpCredentialsTests
{
    [Theory]
    [InlineData("ops:s3cret", "Basic b3BzOnMzY3JldA==", "Basic ***")]
    [InlineData(" ops:s3:cret \n", "Basic b3BzOnMzOmNyZXQ=", "Basic ***")]
    [InlineData("bearer s3cret.abc", "Bearer s3cret.abc", "Bearer ***")]
    [InlineData("token=s3cret==", "token=s3cret==", "token ***")]
    public void TryParse_Credentials_AreSentWholeAndPrintedNever(string text, string sent, string printed)
    {
        var credentials = HttpCredentials.TryParse(text);

        Assert.Equal(sent, credentials?.Header);
        Assert.Equal(printed, credentials?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret")]
    [InlineData("Bearer a\r\nX-Evil: b")]
    [InlineData("token=a\nb")]
    [InlineData("user:pass\nuser2:pass2")]
    [InlineData("Bearer schlüssel")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.Null(HttpCredentials.TryParse(text));

    [Theory]
    [InlineData("http://ops:s%3Acret@host:5050", "Basic b3BzOnM6Y3JldA==")]
    [InlineData("http://ops@host:5050", null)]
    [InlineData("http://host:5050", null)]
    public void FromUserInfo_Address_IsUnescaped(string address, string? sent) => Assert.Equal(sent, HttpCredentials.FromUserInfo(new(address))?.Header);
}
