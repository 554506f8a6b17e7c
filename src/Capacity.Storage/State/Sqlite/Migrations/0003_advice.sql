-- What was advised: a row where it changed. Times are microseconds since 1970 in UTC; CPU is in billionths of a core, memory in bytes.
CREATE TABLE advice (
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    grade TEXT NOT NULL,
    cpus INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    instances INTEGER NOT NULL,
    advised_cpus INTEGER,
    advised_memory INTEGER,
    advised_instances INTEGER,
    cost_per_hour REAL NOT NULL,
    saving_per_hour REAL NOT NULL,
    PRIMARY KEY (framework, name, at_us)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    until_us INTEGER,
    cpus INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    instances INTEGER NOT NULL,
    advised_cpus INTEGER,
    advised_memory INTEGER,
    advised_instances INTEGER,
    cost_per_hour REAL NOT NULL,
    saving_per_hour REAL NOT NULL,
    PRIMARY KEY (framework, name, at_us)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_delivery (
    team TEXT PRIMARY KEY,
    at_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
