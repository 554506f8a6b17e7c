using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Storms;

/// <summary>The kinds of storms that Mesos clusters have, each as a recipe.</summary>
internal static class StormKinds
{
    public static IReadOnlyDictionary<string, Action<StormBuilder>> All { get; } = new Dictionary<string, Action<StormBuilder>>
    {
        ["rolling update"] = s => RollingUpdate(s, isAnnounced: true, slowest: 60),
        ["rolling update, slow agents"] = s => RollingUpdate(s, isAnnounced: true, slowest: 420),
        ["rolling update, not announced"] = s => RollingUpdate(s, isAnnounced: false, slowest: 60),
        ["unrelated failures during an update"] = UnrelatedFailures,
        ["rack fails, then an update"] = RackThenUpdate,
        ["update never completes"] = Stuck,
        ["update takes the second master"] = SecondMaster,
        ["zone loss"] = s => ZoneLoss(s, tasks: false),
        ["zone loss with task alerts"] = s => ZoneLoss(s, tasks: true),
        ["quorum loss"] = QuorumLoss,
        ["partition that heals"] = Partition,
        ["upgrade of agents in batches"] = AgentUpgrade,
        ["Marathon fails over"] = s => Marathon(s, fails: false),
        ["Marathon has no leader"] = s => Marathon(s, fails: true),
        ["flapping"] = Flapping,
        ["delayed copies"] = DelayedCopies,
        ["wrong clocks"] = WrongClocks,
        ["maintenance while a rack fails"] = MaintenanceAndRack,
        ["rack hides in a failover"] = RackInFailover,
        ["independent failures"] = Independent,
        ["quiet day"] = QuietDay,
    };

    private static void RollingUpdate(StormBuilder s, bool isAnnounced, double slowest)
    {
        s.Expect("update");
        if (isAnnounced)
        {
            s.Announce(30, s.Masters);
        }

        foreach (var (i, master) in s.Masters.Skip(1).Append(s.Masters[0]).Index())
        {
            s.Update("update", master, 60 + (480 * i), 250 + s.Jitter(50), isAnnounced);
        }

        s.Failover("update", 60 + (480 * (s.Masters.Count - 1)), slowest);
    }

    private static void UnrelatedFailures(StormBuilder s)
    {
        RollingUpdate(s, isAnnounced: true, slowest: 80);
        s.Expect("payments", 440);
        s.Know(250, new ContextEvent.Deployed("/payments/api"));
        s.FireApp("payments", "AppErrorBudgetBurn", "critical", "/payments/api", 441, 1500);
        s.FireApp("payments", "MarathonAppDegraded", "warning", "/payments/api", 500, 1500);
        s.Expect("disk", 262);
        s.FireOn("disk", "NodeFilesystemAlmostOutOfSpace", "critical", "critical", s.Masters[2], 263, null);
        s.Expect("search", 1231);
        s.FireApp("search", "MarathonAppDown", "critical", "/search/index", 1232, 1900, "z1");
        s.Expect("noise");
        s.FireOn("noise", "NodeHighLoad", "warning", "warning", s.Agents[3], 700, 2000);
    }

    private static void RackThenUpdate(StormBuilder s)
    {
        s.Expect("rack", 200, 120, 60);
        s.Rack(0, 1).ForEach(m => s.Dies("rack", m, 60 + s.Jitter(5), null));
        s.Expect("update");
        s.Announce(600, s.Masters);
        foreach (var (i, master) in s.Masters.Index())
        {
            s.Update("update", master, 660 + (480 * i), 280);
        }
    }

    private static void Stuck(StormBuilder s)
    {
        s.Expect("update", null, 0, 0, "stuck");
        s.Announce(30, s.Masters);
        s.Update("update", s.Masters[1], 60, 260);
        s.Know(420, new ContextEvent.TargetBegan("chg", s.Masters[2].Host));
        s.Dies("stuck", s.Masters[2], 420, null);
        if (s.Options.HasContext || s.Masters.Count == 3)
        {
            s.Expect("stuck", 1020, 120, 780, "update");
        }
        else
        {
            s.Expect("stuck", null, 0, 0, "update");
        }
    }

    private static void SecondMaster(StormBuilder s)
    {
        s.Expect("outage", 300 + (s.Masters.Count == 5 ? 100 : 0) + 60, 90, 300);
        s.Announce(30, s.Masters);
        foreach (var (i, master) in s.Masters.Take((s.Masters.Count / 2) + 1).Index())
        {
            s.Know(60 + (i == 0 ? 0 : 140 + (100 * i)), new ContextEvent.TargetBegan("chg", master.Host));
            s.Dies("outage", master, 60 + (i == 0 ? 0 : 140 + (100 * i)), 1500);
        }

        var lost = s.Masters.Count == 5 ? 400 : 300;
        s.Know(lost, new ContextEvent.LeaderLost(false));
        s.Fire("outage", "MesosNoLeader", "critical", lost + 70, 1500, [("job", "mesos-master")]);
        s.Fire("outage", "ZooKeeperQuorumLost", "critical", lost + 72, 1500, [("job", "zookeeper")]);
        s.Agents.ForEach(a => s.FireOn("outage", "MesosAgentNotRegistered", "warning", "warning", a, lost + 80 + s.Jitter(40), 1550));
    }

    private static void ZoneLoss(StormBuilder s, bool tasks)
    {
        s.Expect("zone", 150, 120, 60);
        var zone = s.Zone(1);
        foreach (var machine in zone)
        {
            s.Dies("zone", machine, 60 + s.Jitter(3), 1800);
            s.Know(140 + s.Jitter(15), new ContextEvent.AgentUnreachable(machine.Host));
            for (var t = 0; tasks && t < 3; t++)
            {
                s.Fire("zone", "MarathonTaskLost", "critical", 170 + s.Jitter(120), 900, [("app", $"/web/app-{t}"), ("task", $"{machine.Host}-{t}"), ("host", machine.Host)]);
            }
        }

        s.Fire("zone", "ZoneTargetsDown", "critical", 190, 1800, [("zone", zone[0].Zone!), ("job", "node")]);
        s.Fire("zone", "MesosTasksLostSpike", "critical", 172, 600, [("job", "mesos-master")]);
        s.Fire("zone", "MesosActiveAgentsLow", "critical", 460, 1800, [("job", "mesos-master")]);
        for (var i = 0; i < 8; i++)
        {
            s.FireApp("zone", "MarathonAppDown", "critical", $"/web/app-{i}", 205 + s.Jitter(20), 900, zone[0].Zone);
            s.FireApp("zone", "AppErrorBudgetBurn", "critical", $"/api/app-{i}", 240 + s.Jitter(150), 1400);
            s.FireApp("zone", "MarathonAppDegraded", "warning", $"/batch/app-{i}", 265 + s.Jitter(90), 1400);
        }
    }

    private static void QuorumLoss(StormBuilder s)
    {
        s.Expect("zk", 150, 90, 60);
        s.Know(75, new ContextEvent.LeaderLost(false));
        foreach (var (i, master) in s.Masters.Index())
        {
            for (var at = 105 + s.Jitter(20); at < 1400; at += 180 + s.Jitter(60))
            {
                s.FireOn("zk", "MesosMasterDown", "critical", "warning", master, at, at + 100);
            }

            if (i <= s.Masters.Count / 2)
            {
                s.FireOn("zk", "ZooKeeperNodeDown", "critical", "warning", master, 132 + s.Jitter(15), 1500);
            }
        }

        s.Fire("zk", "ZooKeeperQuorumLost", "critical", 151, 1500, [("job", "zookeeper")]);
        s.Fire("zk", "MesosNoLeader", "critical", 158, 1560, [("job", "mesos-master")]);
        s.Fire("zk", "MarathonNoLeader", "critical", 143, 1560, [("job", "marathon")]);
        s.Agents.ForEach(a => s.FireOn("zk", "MesosAgentNotRegistered", "warning", "warning", a, 142 + s.Jitter(45), 1600));
        s.Fire("zk", "MesosActiveAgentsLow", "critical", 390, 1650, [("job", "mesos-master")]);
    }

    private static void Partition(StormBuilder s)
    {
        s.Expect("partition", 150, 120, 60);
        s.Zone(2).ForEach(m => s.Dies("partition", m, 60 + s.Jitter(5), 960));
        s.Fire("partition", "ZoneTargetsDown", "critical", 190, 960, [("zone", s.Zone(2)[0].Zone!)]);
        foreach (var machine in s.Zone(0).Concat(s.Zone(1)))
        {
            s.FireOn("partition", "NodeDown", "critical", "warning", machine, 965 + s.Jitter(20), 1040, "prom-z2", started: 180);
            s.FireOn("partition", "MesosAgentDown", "critical", "warning", machine, 965 + s.Jitter(20), 1040, "prom-z2", started: 180);
        }

        s.Fire("partition", "ZoneTargetsDown", "critical", 966, 1040, [("zone", s.Zone(0)[0].Zone!), ("seen_by", "c")], "prom-z2", started: 200);
        s.Fire("partition", "MesosNoLeader", "critical", 967, 1040, [("seen_by", "c")], "prom-z2", started: 140);
    }

    private static void AgentUpgrade(StormBuilder s)
    {
        s.Expect("upgrade");
        s.Expect("lost", null, 0, 0, "upgrade", "pinned");
        s.Expect("pinned", 2340, 180, 2340, "upgrade", "lost");
        var lost = new[] { s.Rack(1, 0)[0], s.Rack(0, 1)[0] };
        var rest = s.Agents.Except(lost).Where((_, i) => i % 7 == 0).ToList();
        foreach (var (b, batch) in rest.Take(15).Chunk(3).Index())
        {
            var start = 300 + (720 * b);
            Machine[] machines = b == 2 ? [.. batch, .. lost] : batch;
            s.Know(start - 240, new ContextEvent.MaintenanceScheduled([.. machines.Select(m => m.Host)], At(start), TimeSpan.FromMinutes(10)));
            foreach (var machine in machines)
            {
                var down = start + s.Jitter(15);
                s.Know(down, new ContextEvent.MachineTakenDown(machine.Host));
                var isLost = lost.Contains(machine);
                var back = isLost ? (double?)null : down + 240 + s.Jitter(60);
                s.Dies(isLost ? "lost" : "upgrade", machine, down, back, onlyServices: true);
                if (back is { } up)
                {
                    s.Know(up, new ContextEvent.MachineBroughtUp(machine.Host));
                }
            }

            s.FireApp("upgrade", "MarathonAppDegraded", "warning", $"/web/app-{b}", start + 200, start + 400);
        }

        s.FireApp("pinned", "MarathonAppDown", "critical", "/legacy/ledger", 1892, null, lost[0].Zone);
    }

    private static void Marathon(StormBuilder s, bool fails)
    {
        var id = "marathon";
        s.Expect(id, fails ? 180 : null, 90, 60);
        s.Know(60, new ContextEvent.LeaderLost(true));
        s.FireOn(id, "MarathonInstanceDown", "critical", "warning", s.Masters[0], 125, 1500);
        if (!fails)
        {
            s.Know(90, new ContextEvent.LeaderElected(true));
            s.Fire(id, "MarathonLeaderChanged", "info", 100, 700, [("job", "marathon")]);
        }
        else
        {
            s.Fire(id, "MarathonNoLeader", "critical", 182, 1500, [("job", "marathon")]);
            for (var i = 0; i < 4; i++)
            {
                s.FireApp(id, "MarathonAppDown", "critical", $"/shop/app-{i}", 400 + (90 * i), 1600);
            }
        }

        for (var i = 0; i < 40; i++)
        {
            s.FireApp(id, "MarathonDeploymentStuck", "warning", $"/web/app-{i}", 140 + s.Jitter(60), 700);
        }
    }

    private static void Flapping(StormBuilder s)
    {
        s.Expect("checkout", 110, 120, 60);
        s.Expect("nic");
        s.Expect("login", 3730);
        for (var at = 100.0; at < 6800; at += 280 + s.Jitter(40))
        {
            s.FireApp("checkout", "MarathonAppDown", "critical", "/shop/checkout", at, at + 140);
            s.FireOn("nic", "NodeDown", "critical", "warning", s.Agents[5], at + 30, at + 120);
            s.FireOn("nic", "MesosAgentDown", "critical", "warning", s.Agents[5], at + 35, at + 125);
        }

        s.FireApp("login", "AppErrorBudgetBurn", "critical", "/auth/login", 3731, 5000);
    }

    private static void DelayedCopies(StormBuilder s)
    {
        s.Expect("rack", 215, 120, 60);
        foreach (var machine in s.Rack(0, 2))
        {
            foreach (var (name, at) in new[] { ("DockerDaemonDown", 128.0), ("NodeDown", 182.0), ("MesosAgentDown", 185.0) })
            {
                var began = at + s.Jitter(10);
                s.FireOn("rack", name, "critical", "warning", machine, began, 1287, "prom-a", started: began);
                s.FireOn("rack", name, "critical", "warning", machine, began + 160 + s.Jitter(30), 1450, "prom-b", started: began + 8);
            }
        }
    }

    private static void WrongClocks(StormBuilder s)
    {
        s.Expect("slow", 130, 120, 60);
        s.Expect("rack", 330, 120, 200);
        s.Fire("slow", "AppErrorBudgetBurn", "critical", 130, null, [("app", "/mail/in")], "prom-slow", skew: -600);
        s.Rack(2, 1).ForEach(m => s.Dies("rack", m, 200 + s.Jitter(5), 1200, "prom-fast", skew: 420));
    }

    private static void MaintenanceAndRack(StormBuilder s)
    {
        s.Expect("maintenance");
        var agents = s.Zone(0).Where(m => !m.IsControlPlane).ToList();
        foreach (var (w, wave) in agents.Chunk((agents.Count + 3) / 4).Index())
        {
            var start = 300 + (900 * w);
            s.Know(start - 240, new ContextEvent.MaintenanceScheduled([.. wave.Select(m => m.Host)], At(start), TimeSpan.FromMinutes(12)));
            foreach (var machine in wave)
            {
                s.Know(start + 5, new ContextEvent.MachineTakenDown(machine.Host));
                s.Dies("maintenance", machine, start + 5 + s.Jitter(20), start + 400 + s.Jitter(100));
                s.Know(start + 520, new ContextEvent.MachineBroughtUp(machine.Host));
            }

            s.FireApp("maintenance", "MarathonAppDegraded", "warning", $"/web/app-{w}", start + 200, start + 500);
        }

        s.Expect("rack", 1540, 120, 1400);
        s.Rack(1, 1).ForEach(m => s.Dies("rack", m, 1400 + s.Jitter(5), null));
    }

    private static void RackInFailover(StormBuilder s)
    {
        s.Expect("failover");
        s.Expect("rack", 240, 420, 60, "failover");
        s.Dies("failover", s.Masters[0], 60, 500);
        s.Failover("failover", 60, 240, s.Rack(1, 2), "rack");
    }

    private static void Independent(StormBuilder s)
    {
        s.Expect("one");
        s.Expect("two");
        s.Dies("one", s.Rack(0, 1)[0], 70, null);
        s.Dies("two", s.Rack(2, 1)[1], 240, null);
        s.Expect("payments", 383);
        s.Know(200, new ContextEvent.Deployed("/payments/api"));
        s.FireApp("payments", "AppErrorBudgetBurn", "critical", "/payments/api", 384, 1900);
        s.Expect("edge", 485, 120, 400);
        s.Fire("edge", "EdgeNoHealthyProxy", "critical", 486, 1500, [("vip", "www.example.org"), ("job", "blackbox")]);
        s.Fire("edge", "MarathonLbDown", "critical", 488, 1500, [("host", "lb-1"), ("zone", s.Masters[0].Zone!), ("rack", s.Masters[0].Rack!)]);
        s.Fire("edge", "MarathonLbDown", "critical", 493, 1500, [("host", "lb-2"), ("zone", s.Masters[1].Zone!), ("rack", s.Masters[1].Rack!)]);
    }

    private static void QuietDay(StormBuilder s)
    {
        s.Expect("noise");
        string[] names = ["NodeRaidDegraded", "NodeHighLoad", "CadvisorDown", "FilebeatDown", "NodeClockNotSynchronising"];
        for (var i = 0; i < 60; i++)
        {
            var at = 1000 + s.Jitter(60_000);
            s.FireOn("noise", names[i % names.Length], "warning", "info", s.Agents[(int)s.Jitter(s.Agents.Count - 1)], at, at + 600 + s.Jitter(4000));
        }

        s.Expect("burn", 11_654);
        s.FireApp("burn", "AppErrorBudgetBurn", "critical", "/search/index", 11_655, 13_000);
        s.Expect("certificate", 32_418);
        s.Fire("certificate", "CertificateExpiresSoon", "critical", 32_419, 41_000, [("vip", "api.example.org")]);
    }

    private static DateTimeOffset At(double seconds) => new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
}
