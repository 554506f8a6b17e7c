-- What was decided to be told of incidents, to whom, and what became of it. Times are microseconds since 1970 in UTC.
CREATE TABLE paging_position (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL
) STRICT;

INSERT INTO paging_position VALUES (1, 0);

CREATE TABLE paged_incident (
    incident TEXT PRIMARY KEY,
    cluster TEXT NOT NULL,
    last_sequence INTEGER NOT NULL,
    last_us INTEGER NOT NULL,
    ticket_sequence INTEGER,
    page_sequence INTEGER,
    paged_us INTEGER,
    told_us INTEGER,
    escalation TEXT,
    steps INTEGER NOT NULL,
    next_step_us INTEGER,
    acknowledged_us INTEGER,
    acknowledged_by TEXT,
    resolved_us INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX paged_incident_next_step ON paged_incident (next_step_us) WHERE next_step_us IS NOT NULL;

-- Messages are numbered as they are decided: a receiver hears of one incident in this order. The rank is 0 for pages, which go before all others.
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    receiver TEXT NOT NULL,
    incident TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    action TEXT NOT NULL,
    rank INTEGER NOT NULL,
    state TEXT NOT NULL,
    planned_us INTEGER NOT NULL,
    due_us INTEGER NOT NULL,
    done_us INTEGER,
    attempts INTEGER NOT NULL,
    last_error TEXT,
    is_uncertain INTEGER NOT NULL,
    step INTEGER NOT NULL,
    stand_in TEXT,
    digest TEXT,
    author TEXT,
    text TEXT,
    receipt TEXT
) STRICT;

CREATE INDEX delivery_incident ON delivery (incident, id);
CREATE INDEX delivery_waiting ON delivery (receiver, rank, id) WHERE state = 'Waiting';
CREATE INDEX delivery_held ON delivery (due_us) WHERE state = 'Held';
CREATE INDEX delivery_digest ON delivery (digest) WHERE digest IS NOT NULL;

CREATE TABLE incident_note (
    incident TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;
