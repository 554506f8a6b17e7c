namespace Capacity.Mesos.Tests.Fakes;

/// <summary>Answers a request, or does worse. When it returns, the connection is closed.</summary>
internal delegate Task Answer(FakeRequest request, CancellationToken cancellationToken);
