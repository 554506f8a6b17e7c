namespace Capacity.Server.Api.RightSizing;

internal sealed record ReasonDocument(string Code, string Text);
