using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Tests.Hosting;

public sealed class OwnSiteTests
{
    private const string Proxied = "https://capacity.example.org";

    [Theory]
    [InlineData("127.0.0.1:8050", null, true)]
    [InlineData("localhost:8050", null, true)]
    [InlineData("[::1]:8050", null, true)]
    [InlineData("evil.example", null, false)]
    [InlineData("capacity.example.org", null, false)]
    [InlineData("capacity.example.org", Proxied, true)]
    [InlineData("Capacity.Example.org", Proxied, true)]
    [InlineData("127.0.0.1:8050", Proxied, true)]
    [InlineData("evil.example", Proxied, false)]
    public void IsNamedBy_Host_IsThisMachinesOrTheAddress(string host, string? address, bool expected) =>
        Assert.Equal(expected, Site(address).IsNamedBy(Request(host, null, null)));

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("http://127.0.0.1:8050", "same-origin", null, true)]
    [InlineData("http://127.0.0.1:9090", null, null, false)]
    [InlineData("https://evil.example", null, null, false)]
    [InlineData(null, "cross-site", null, false)]
    [InlineData("null", null, null, false)]
    [InlineData(Proxied, "same-origin", null, false)]
    [InlineData(Proxied, "same-origin", Proxied, true)]
    [InlineData("http://capacity.example.org", "same-origin", Proxied, false)]
    [InlineData("https://capacity.example.org:8443", "same-origin", Proxied, false)]
    [InlineData("https://evil.example", "cross-site", Proxied, false)]
    [InlineData(Proxied, "cross-site", Proxied, false)]
    public void IsSenderOf_Origin_IsThePageThatWasAskedForOrTheAddress(string? origin, string? site, string? address, bool expected) =>
        Assert.Equal(expected, Site(address).IsSenderOf(Request("127.0.0.1:8050", origin, site)));

    private static OwnSite Site(string? address)
    {
        var text = $"cluster: {{ masters: ['http://10.0.0.1:5050'] }}{(address is null ? "" : $"\nweb: {{ address: '{address}' }}")}";
        return new(Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(text)).Configuration);
    }

    private static HttpRequest Request(string host, string? origin, string? site)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new(host);
        (request.Headers.Origin, request.Headers["Sec-Fetch-Site"]) = (origin, site);
        return request;
    }
}
