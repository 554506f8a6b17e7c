-- The most failure domains that each app was spread over on a day. Days are ISO 8601; are_zones is 0 for hosts.
CREATE TABLE domain_spread (
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    are_zones INTEGER NOT NULL,
    domains INTEGER NOT NULL,
    PRIMARY KEY (framework, name, day, are_zones)
) STRICT, WITHOUT ROWID;
