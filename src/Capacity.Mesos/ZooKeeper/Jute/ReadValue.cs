namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>Reads the body of an answer, behind its header.</summary>
internal delegate T ReadValue<out T>(ref JuteReader reader);
