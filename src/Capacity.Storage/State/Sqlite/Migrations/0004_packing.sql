-- The headline figures of packing reports. Times are microseconds since 1970 in UTC; ratios are 0 to 1, and null where they are not known.
CREATE TABLE packing (
    level TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    name TEXT NOT NULL,
    agents INTEGER NOT NULL,
    used_agents INTEGER NOT NULL,
    containers INTEGER NOT NULL,
    cpu_allocated REAL,
    cpu_stranded REAL,
    cpu_fragmented REAL,
    memory_allocated REAL,
    memory_stranded REAL,
    memory_fragmented REAL,
    headroom REAL,
    compaction REAL,
    bound REAL,
    repack REAL,
    zone_loss_unplaced INTEGER,
    PRIMARY KEY (level, at_us, name)
) STRICT, WITHOUT ROWID;
