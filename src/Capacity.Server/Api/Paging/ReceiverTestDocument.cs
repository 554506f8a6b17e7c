using System.ComponentModel;

namespace Capacity.Server.Api.Paging;

[Description("A test that a receiver took.")]
internal sealed record ReceiverTestDocument(string Receiver, [property: Description("The incident that the test was told as.")] string Incident);
