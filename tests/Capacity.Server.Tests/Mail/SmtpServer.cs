using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Capacity.Server.Tests.Mail;

/// <summary>A small mail server on loopback (RFC 5321) that takes what it is sent, or answers as a test wants it to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>An answer that never comes.</summary>
    public const string Silence = "";

    /// <summary>In the place of an answer the connection ends.</summary>
    public const string HangUp = "hang up";

    /// <summary>What the first and the last answer are asked for by, which follow no command.</summary>
    public const string Greeting = "greeting", Content = "content";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<MimeMessage> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Gets the answers that differ from the usual ones, by the beginning of the command.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new();

    /// <summary>Gets or sets the certificate for TLS; <see langword="null"/> for none.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Gets or sets a value indicating whether TLS begins with the first byte.</summary>
    public bool TlsFirst { get; set; }

    /// <summary>Gets the mails that came whole.</summary>
    public IReadOnlyCollection<MimeMessage> Mails => mails;

    /// <summary>Gets what clients said, outside of TLS and inside.</summary>
    public IReadOnlyCollection<string> Commands => commands;

    /// <summary>Gets the moment at which an answer is missing.</summary>
    public Task Silent => silent.Task;

    public async ValueTask DisposeAsync()
    {
        // Who accepts must have ended before the listener does: it may be between two clients.
        await ending.CancelAsync();
        await accepting;
        listener.Stop();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(ending.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                stream = TlsFirst ? await SecureAsync(stream) : stream;
                if (!await AnswerAsync(stream, Greeting, "220 mail.test"))
                {
                    return;
                }

                while (await ReadLineAsync(stream) is { } command)
                {
                    commands.Enqueue(command);
                    if (!await AnswerAsync(stream, command, Usual(command, stream)))
                    {
                        return;
                    }

                    stream = command == "STARTTLS" ? await SecureAsync(stream) : stream;
                    if (command == "DATA" && !await TakeAsync(stream))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private string Usual(string command, Stream stream) => command.Split(' ')[0] switch
    {
        "EHLO" => $"250-mail.test\r\n{(Certificate is null || stream is SslStream ? "" : "250-STARTTLS\r\n")}250-AUTH PLAIN\r\n250 8BITMIME",
        "STARTTLS" => "220 go ahead",
        "AUTH" => "235 welcome",
        "DATA" => "354 go ahead",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private async Task<bool> AnswerAsync(Stream stream, string asked, string usual)
    {
        var answer = Answers.FirstOrDefault(a => asked.StartsWith(a.Key, StringComparison.OrdinalIgnoreCase)).Value ?? usual;
        if (answer == Silence)
        {
            silent.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token);
        }

        if (answer == HangUp)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), ending.Token);
        return true;
    }

    private async Task<bool> TakeAsync(Stream stream)
    {
        using var content = new MemoryStream();
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line == ".")
            {
                content.Position = 0;
                mails.Enqueue(await MimeMessage.LoadAsync(content, ending.Token));
                return await AnswerAsync(stream, Content, "250 taken");
            }

            content.Write(Encoding.Latin1.GetBytes($"{(line.StartsWith('.') ? line[1..] : line)}\r\n"));
        }

        return false;
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, ending.Token);
        return secure;
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        List<byte> line = [];
        var one = new byte[1];
        while (await stream.ReadAsync(one, ending.Token) > 0)
        {
            if (one[0] == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
