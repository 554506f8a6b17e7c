using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Storage.Tests.Recordings;

public sealed class SecretRedactorTests
{
    private const string Planted = "hunter2S3cr3t";

    [Theory]
    [InlineData("""{"a":1, "b" : [true,null,"x"],  "principal":"ops"}""", null)]
    [InlineData("""{"pid":"slave(1)@127.0.0.1:5065","ports":"[100-200, 300-400]","n":-1.50e3}""", null)]
    [InlineData("""{"domain":"{\"fault_domain\":{}}","zone":"ä\u00e4","s":"\ud83d\ude00"}""", null)]
    [InlineData("""{"zk":"zk://u:p@10.0.0.1:2181,10.0.0.2:2181/mesos"}""", """{"zk":"zk://REDACTED@10.0.0.1:2181,10.0.0.2:2181/mesos"}""")]
    [InlineData("""{"u":"https:\/\/u:p@h\/x"}""", """{"u":"https://REDACTED@h/x"}""")]
    [InlineData("""{"u":"http://u:p@ss@h/x and http://h/y"}""", """{"u":"http://REDACTED@h/x and http://h/y"}""")]
    [InlineData("""{"u":"http://h/x?a=1&Token=abc&b=2"}""", """{"u":"http://h/x?a=1&Token=REDACTED&b=2"}""")]
    [InlineData("""{"env":{"A":"x","B":5,"C":{"secret":"s"},"D":null}}""", """{"env":{"A":"REDACTED","B":"REDACTED","C":{"secret":"REDACTED"},"D":null}}""")]
    [InlineData("""{"environment":{"variables":[{"name":"A","value":"x"}]},"z":1}""", """{"environment":{"variables":[{"name":"REDACTED","value":"REDACTED"}]},"z":1}""")]
    [InlineData("""{"secrets":{"s0":{"source":"path"}},"z":"keep"}""", """{"secrets":{"s0":{"source":"REDACTED"}},"z":"keep"}""")]
    [InlineData("""{"http_credentials":"/etc/x","Api_Key":5,"myPASSWORD":[1,{"a":2}],"z":1}""", """{"http_credentials":"REDACTED","Api_Key":"REDACTED","myPASSWORD":"REDACTED","z":1}""")]
    [InlineData("""{"p\u0061ssword":"x"}""", """{"p\u0061ssword":"REDACTED"}""")]
    [InlineData("""{"credential":{"principal":"ops","secret":"x"},"principal":"ops"}""", """{"credential":"REDACTED","principal":"ops"}""")]
    [InlineData("""[{"key":"db-password","value":"x"},{"value":"y","key":"TOKEN"},{"key":"tier","value":"z"}]""", """[{"key":"db-password","value":"REDACTED"},{"value":"REDACTED","key":"TOKEN"},{"key":"tier","value":"z"}]""")]
    [InlineData("""{"name":"cpus","scalar":{"value":5.0}}""", null)]
    [InlineData("""{"key":"token","value":{"deep":["x"]}}""", """{"key":"token","value":"REDACTED"}""")]
    [InlineData("""{"cmd":"run x","args":["-p","x"],"argv":[],"cmd2":"keep"}""", """{"cmd":"REDACTED","args":["REDACTED","REDACTED"],"argv":[],"cmd2":"keep"}""")]
    [InlineData("""{"command":{"shell":true,"value":"x","user":"root","uris":[{"value":"http://h/f"}],"arguments":["x"]},"value":"keep"}""", """{"command":{"shell":true,"value":"REDACTED","user":"root","uris":[{"value":"http://h/f"}],"arguments":["REDACTED"]},"value":"keep"}""")]
    [InlineData("""{"exec":{"command":{"shell":"echo x"}},"command":"sh x","c":{"command":["a"]}}""", """{"exec":{"command":{"shell":"REDACTED"}},"command":"REDACTED","c":{"command":["REDACTED"]}}""")]
    [InlineData("""{"name":"Command Executor (Task: t) (Command: sh -c 'echo (x)')"}""", """{"name":"Command Executor (Task: t) (Command: REDACTED)"}""")]
    [InlineData("""{"name":"Executor (Command: sh -c \"x\")"}""", """{"name":"Executor (Command: REDACTED)"}""")]
    [InlineData("""{"flags":{"modules":"{\"parameters\":[{\"key\":\"password\",\"value\":\"x\"}]}"}}""", """{"flags":{"modules":"{\"parameters\":[{\"key\":\"password\",\"value\":\"REDACTED\"}]}"}}""")]
    [InlineData("""{"a":NaN,"token":"x","b":Infinity}""", """{"a":NaN,"token":"REDACTED","b":Infinity}""")]
    [InlineData("""{"a":,"token":"x","b":1}""", """{"a":,"token":"REDACTED","b":1}""")]
    [InlineData("""{"env":{"A":"x""", """{"env":{"A":"REDACTED""")]
    [InlineData("""{"tokens":["abc","de""", """{"tokens":"REDACTED""")]
    [InlineData("""[{"value":"x","ke""", """[{"value":"REDACTED","ke""")]
    [InlineData("""{"zk":"zk://user:pa""", """{"zk":"zk://REDACTED""")]
    [InlineData("""{"a":1} trailing password: x y""", """{"a":1} trailing password: REDACTED""")]
    [InlineData("""{"a":oops,"env":{"A":"x"},"b":"y"}""", """{"a":oops,"env":REDACTED""")]
    [InlineData("""{"a":oops,"token":"x","cmd":"y","b":1}""", """{"a":oops,"token":"REDACTED","cmd":"REDACTED","b":1}""")]
    [InlineData("""oops {"key":"db_token","value":"x"},{"value":"a\"b","name":"my-secret"},{"value":"y","key":"tier"}""", """oops {"key":"db_token","value":"REDACTED"},{"value":"REDACTED","name":"my-secret"},{"value":"y","key":"tier"}""")]
    [InlineData("\ufeff{\"env\":{\"A\":\"x\"},\"b\":1}", "\ufeff{\"env\":{\"A\":\"REDACTED\"},\"b\":1}")]
    [InlineData("Authorization: Basic dTpw\nzk=zk://u:p@h/m\nok=1", "Authorization: REDACTED\nzk=zk://REDACTED@h/m\nok=1")]
    [InlineData("12\n{\"token\":\"x\"}13\n{\"a\":\"y\"}", "12\n{\"token\":\"REDACTED\"}13\n{\"a\":\"y\"}")]
    [InlineData("<html>404 Not Found.</html>", null)]
    [InlineData("", null)]
    public void Redact_Body_ReplacesSecretsOnly(string body, string? expected)
    {
        var redacted = Encoding.UTF8.GetString(SecretRedactor.Redact(Exchanges.Of("/state", body)).Body.Span);

        // Where a cut leaves nothing to close, the closing quote of REDACTED is all that is added.
        Assert.Equal(expected ?? body, expected?.EndsWith("REDACTED", StringComparison.Ordinal) == true ? redacted.TrimEnd('"') : redacted);
    }

    [Fact]
    public void Redact_Headers_KeepsTheHarmlessOnes()
    {
        var headers = SecretRedactor.Redact(Exchanges.Of("/state", "") with
        {
            Headers =
            [
                KeyValuePair.Create("set-cookie", "session=x"),
                KeyValuePair.Create("content-type", "text/plain"),
                KeyValuePair.Create("Location", "//u:p@10.0.0.1:5050/master/state?b=1&access_token=x#f"),
                KeyValuePair.Create("WWW-Authenticate", "Digest realm=\"mesos\", nonce=\"abc\", opaque=\"def\""),
                KeyValuePair.Create("WWW-Authenticate", "Negotiate YWJj"),
                KeyValuePair.Create("X-Marathon-Leader", "http://10.0.0.1:8080"),
                KeyValuePair.Create("X-Api-Key", "x"),
            ],
        }).Headers;

        Assert.Equal(
            [
                KeyValuePair.Create("content-type", "text/plain"),
                KeyValuePair.Create("Location", "//REDACTED@10.0.0.1:5050/master/state?b=1&access_token=REDACTED#f"),
                KeyValuePair.Create("WWW-Authenticate", "Digest realm=\"mesos\""),
                KeyValuePair.Create("WWW-Authenticate", "Negotiate"),
                KeyValuePair.Create("X-Marathon-Leader", "http://10.0.0.1:8080"),
            ],
            headers);
    }

    [Fact]
    public void Redact_BytesThatAreNoUtf8_Stay()
    {
        byte[] body = [.. "{\"a\":\""u8, 0xff, 0xc3, .. "\",\"token\":\""u8, 0xfe, .. "\",\"u\":\""u8, 0xfd, .. "http://u:p@h\"}"u8];

        byte[] expected = [.. "{\"a\":\""u8, 0xff, 0xc3, .. "\",\"token\":\"REDACTED\",\"u\":\""u8, 0xfd, .. "http://REDACTED@h\"}"u8];
        Assert.Equal(expected, SecretRedactor.Redact(Exchanges.Of("/", "") with { Body = body }).Body.ToArray());
    }

    [Fact]
    public void Redact_BodyWithoutSecrets_StaysByteForByte() =>
        Gen.Byte.Array[0, 200].Holds(bytes =>
        {
            byte[] body = [.. "{\"n\":1,\"s\":\""u8, .. bytes.Where(b => b is not ((byte)'@' or (byte)'=' or (byte)'"' or (byte)'\\')), .. "\"}"u8];
            Assert.Equal(body, SecretRedactor.Redact(Exchanges.Of("/", "") with { Body = body }).Body.ToArray());
        });

    [Fact]
    public void Redact_AnyCutOfASecretBody_NeverShowsTheSecret()
    {
        var body = $$$"""
            {"env":{"A":"{{{Planted}}}"},"command":{"value":"run {{{Planted}}}"},"labels":[{"value":"{{{Planted}}}","key":"token"}],
            "x":{"my_password":["{{{Planted}}}"]},"name":"E (Command: {{{Planted}}})","u":"http://a:{{{Planted}}}@h"}
            """;
        for (var length = 0; length <= body.Length; length++)
        {
            var redacted = Encoding.UTF8.GetString(SecretRedactor.Redact(Exchanges.Of("/", body[..length])).Body.Span);
            Assert.DoesNotContain(Planted[..4], redacted, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Redact_LargeBodies_TakeTimeInProportion()
    {
        var unit = """{"id":"t-1","pid":"slave(1)@10.0.0.1:5051","env":{"A":"x"},"name":"E (Command: x)","n":1.5,"s":"a\\b"},""";
        var json = "[" + string.Concat(Enumerable.Repeat(unit, 30_000));
        string[] bodies = [json, "x" + json, new string('[', 1_000_000), string.Concat(Enumerable.Repeat("token", 200_000)), new string('a', 2_000_000), "//" + new string('a', 2_000_000)];
        var watch = Stopwatch.StartNew();

        Assert.All(bodies, body => SecretRedactor.Redact(Exchanges.Of("/", body)));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Recording_SecretsInManyPlaces_AreNowhereInTheFolder()
    {
        using var folder = new TempFolder();
        await using (var writer = await Exchanges.WriterAsync(folder.Path))
        {
            foreach (var exchange in WithSecrets())
            {
                await writer.KeepAsync(exchange, TestContext.Current.CancellationToken);
            }
        }

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            await using var stream = File.OpenRead(file);
            using var reader = new StreamReader(file.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(stream, CompressionMode.Decompress) : stream);
            Assert.DoesNotContain(Planted, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    public static IEnumerable<RecordedExchange> WithSecrets()
    {
        var any = Exchanges.Of("/state", "");
        string[] bodies =
        [
            """{"env":{"DB":"PLANTED"}}""", """{"environment":{"variables":[{"name":"X","value":"PLANTED"}]}}""",
            """{"executor_environment_variables":"{\"A\":\"PLANTED\"}"}""", """{"secrets":{"a":{"source":"PLANTED"}}}""",
            """{"dbPassword":"PLANTED"}""", """{"Authorization":"Basic PLANTED"}""", """{"private_key":{"pem":["PLANTED"]}}""",
            """{"tokens":{"PLANTED":true}}""", """{"labels":[{"key":"API_KEY","value":"PLANTED"}]}""", """{"labels":{"vault_token":"PLANTED"}}""",
            """{"cmd":"run PLANTED"}""", """{"args":["PLANTED"]}""", """{"command":{"argv":["PLANTED"],"value":"PLANTED"}}""",
            """{"name":"Command Executor (Command: x PLANTED)"}""", """{"zk":"zk://mesos:PLANTED@h:2181/mesos"}""",
            """{"uris":["https://h/x?api_key=PLANTED"]}""", """{"parameters":[{"key":"env","value":"A=PLANTED"}]}""",
            """{"message":"failed: --token=PLANTED refused"}""", "password: PLANTED", "\u0000\u0001zk://u:PLANTED@h", """{"x":oops "env":{"A":"PLANTED"}}""",
        ];
        bodies = [.. bodies.Select(b => b.Replace("PLANTED", Planted, StringComparison.Ordinal))];
        return
        [
            .. bodies.Select(b => any with { Body = Encoding.UTF8.GetBytes(b) }),
            .. bodies.Select(b => any with { RequestBody = b }),
            any with { Target = $"/x?a=1&access_token={Planted}" }, any with { Target = $"/x?pass%77ord={Planted}" },
            any with { Error = $"could not reach http://u:{Planted}@h/" },
            any with { Headers = [KeyValuePair.Create("Set-Cookie", Planted), KeyValuePair.Create("Location", $"http://u:{Planted}@h/?token={Planted}")] },
            any with { Headers = [KeyValuePair.Create("WWW-Authenticate", $"Bearer realm=\"r\", token=\"{Planted}\"")] },
            any with { Scheme = "zk", Method = "getData", Target = "/x", Status = null, Body = Encoding.UTF8.GetBytes($"secret={Planted}") },
        ];
    }
}
