using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Capacity.Server.Tests.Browser;

/// <summary>One tab of the browser. What its console complains of and what it asks of the network is kept.</summary>
internal sealed class Tab
{
    private readonly DevTools tools;
    private readonly string session;
    private TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tab(DevTools tools, string session)
    {
        (this.tools, this.session) = (tools, session);
        tools.Received += OnReceived;
    }

    public ConcurrentQueue<string> Complaints { get; } = new();

    public ConcurrentQueue<Uri> Requests { get; } = new();

    public static async Task<Tab> OpenAsync(DevTools tools, CancellationToken cancellationToken)
    {
        var target = await tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancellationToken);
        var attached = await tools.SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true }, null, cancellationToken);
        var tab = new Tab(tools, attached["sessionId"]!.GetValue<string>());
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network", "Accessibility"])
        {
            await tab.SendAsync($"{domain}.enable", [], cancellationToken);
        }

        return tab;
    }

    /// <summary>Makes the tab a screen of a size, light or dark.</summary>
    public async Task ShowAsync(int width, int height, bool dark, CancellationToken cancellationToken)
    {
        await SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 },
            cancellationToken);
        await SendAsync(
            "Emulation.setEmulatedMedia",
            new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) },
            cancellationToken);
    }

    /// <summary>Goes to an address and waits until everything is there.</summary>
    public Task GoAsync(Uri address, CancellationToken cancellationToken) =>
        LoadAsync(() => SendAsync("Page.navigate", new() { ["url"] = address.AbsoluteUri }, cancellationToken), cancellationToken);

    /// <summary>Clicks what a selector finds, as a person would, and waits for the page that follows.</summary>
    public Task FollowAsync(string selector, CancellationToken cancellationToken) => LoadAsync(
        async () =>
        {
            var at = (await EvaluateAsync(
                $$"""(() => { const e = document.querySelector({{JsonValue.Create(selector).ToJsonString()}}); e.scrollIntoView({ block: "center", inline: "center" }); const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()""",
                cancellationToken))!.AsArray();
            foreach (var type in (string[])["mousePressed", "mouseReleased"])
            {
                await SendAsync(
                    "Input.dispatchMouseEvent",
                    new() { ["type"] = type, ["x"] = at[0]!.DeepClone(), ["y"] = at[1]!.DeepClone(), ["button"] = "left", ["clickCount"] = 1 },
                    cancellationToken);
            }
        },
        cancellationToken);

    public async Task PressTabAsync(CancellationToken cancellationToken)
    {
        foreach (var type in (string[])["rawKeyDown", "keyUp"])
        {
            await SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 }, cancellationToken);
        }
    }

    /// <summary>Works out an expression in the page.</summary>
    /// <exception cref="InvalidOperationException">It throws.</exception>
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, cancellationToken);
        return answer["exceptionDetails"] is { } fault ? throw new InvalidOperationException(fault.ToJsonString()) : answer["result"]!["value"];
    }

    /// <summary>Reads what a screen reader is told: role and name of everything.</summary>
    public async Task<IReadOnlyList<(string Role, string Name)>> AccessibleAsync(CancellationToken cancellationToken) =>
    [
        .. (await SendAsync("Accessibility.getFullAXTree", [], cancellationToken))["nodes"]!.AsArray()
            .Where(n => n!["ignored"]?.GetValue<bool>() != true)
            .Select(n => (n!["role"]?["value"]?.ToString() ?? "", n["name"]?["value"]?.ToString() ?? "")),
    ];

    /// <summary>Takes a picture of what the screen shows.</summary>
    public async Task<byte[]> PictureAsync(CancellationToken cancellationToken) => Convert.FromBase64String(
        (await SendAsync("Page.captureScreenshot", new() { ["format"] = "png" }, cancellationToken))["data"]!.GetValue<string>());

    private Task<JsonNode> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken) =>
        tools.SendAsync(method, parameters, session, cancellationToken);

    private async Task LoadAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, cancellationToken);
    }

    private void OnReceived(string? from, string name, JsonNode what)
    {
        if (from != session)
        {
            return;
        }

        switch (name)
        {
            case "Page.loadEventFired":
                loaded.TrySetResult();
                break;

            case "Network.requestWillBeSent":
                Requests.Enqueue(new(what["request"]!["url"]!.GetValue<string>()));
                break;

            case "Runtime.exceptionThrown":
            case "Runtime.consoleAPICalled" when what["type"]!.GetValue<string>() is "error" or "warning":
            case "Log.entryAdded" when what["entry"]!["level"]!.GetValue<string>() is "error" or "warning":
                Complaints.Enqueue(what.ToJsonString());
                break;
        }
    }
}
