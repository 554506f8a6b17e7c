-- What the correlator remembers, and the history of incidents. Times are microseconds since 1970 in UTC; labels and bodies are JSON.
-- is_known tells what the correlator needs to go on from what is history.
CREATE TABLE incident (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    opened_us INTEGER NOT NULL,
    paged_us INTEGER,
    resolved_us INTEGER,
    zone TEXT,
    team TEXT,
    is_known INTEGER NOT NULL,
    body TEXT NOT NULL,
    radius TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_opened ON incident (opened_us);

-- An alert has a row for each incident it belonged to; the latest of them is known.
CREATE TABLE correlated_alert (
    id INTEGER PRIMARY KEY,
    labels TEXT NOT NULL,
    incident TEXT,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_firing INTEGER NOT NULL,
    is_silenced INTEGER NOT NULL,
    is_late INTEGER NOT NULL,
    episodes INTEGER NOT NULL,
    fired_us INTEGER NOT NULL,
    began_us INTEGER NOT NULL,
    starts_us INTEGER NOT NULL,
    gone_us INTEGER,
    until_us INTEGER,
    senders TEXT NOT NULL,
    is_known INTEGER NOT NULL
) STRICT;

CREATE INDEX correlated_alert_incident ON correlated_alert (incident) WHERE incident IS NOT NULL;
CREATE INDEX correlated_alert_known ON correlated_alert (id) WHERE is_known = 1;

-- One row: the rest of what the correlator remembers.
CREATE TABLE correlator (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL
) STRICT;

-- What is to be told, in order; a place in it is never given twice.
CREATE TABLE notice (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at_us INTEGER NOT NULL,
    incident TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX notice_incident ON notice (incident);

CREATE TABLE announced_change (
    id TEXT PRIMARY KEY,
    started_us INTEGER NOT NULL,
    ended_us INTEGER,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
