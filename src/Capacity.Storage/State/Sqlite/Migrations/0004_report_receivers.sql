-- Each receiver of a team's report is remembered by itself. What was delivered so far went to webhooks.
ALTER TABLE report_delivery RENAME TO report_delivery_to_webhook;

CREATE TABLE report_delivery (
    team TEXT NOT NULL,
    receiver TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    PRIMARY KEY (team, receiver)
) STRICT, WITHOUT ROWID;

INSERT INTO report_delivery SELECT team, 'webhook', at_us FROM report_delivery_to_webhook;

DROP TABLE report_delivery_to_webhook;
