-- Officers, their certificates, the keys they hold, and what they have typed but not sent.

CREATE TABLE certificate (
    certificate_hash {{blob}} NOT NULL PRIMARY KEY CHECK (length(certificate_hash) = 32),
    username text NOT NULL CHECK (length(username) > 0),
    person text NOT NULL CHECK (length(person) > 0),
    note text NOT NULL,
    revoked {{int}} NOT NULL CHECK (revoked IN (0, 1))
){{keyed}};

CREATE INDEX certificate_username ON certificate (username);

CREATE TABLE officer (
    username text NOT NULL PRIMARY KEY CHECK (length(username) BETWEEN 1 AND 64),
    certificate_hash {{blob}} NOT NULL REFERENCES certificate (certificate_hash),
    routine_file {{blob}} NOT NULL,
    grave_file {{blob}} NOT NULL,
    last_totp_step {{int}} NOT NULL CHECK (last_totp_step >= 0),
    failures {{int}} NOT NULL CHECK (failures >= 0),
    active {{int}} NOT NULL CHECK (active IN (0, 1))
){{keyed}};

CREATE TABLE compartment_key (
    compartment text NOT NULL CHECK (length(compartment) BETWEEN 1 AND 64),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    certificate_hash {{blob}} NOT NULL CHECK (length(certificate_hash) = 32),
    file {{blob}} NOT NULL,
    PRIMARY KEY (compartment, epoch, certificate_hash)
){{keyed}};

CREATE TABLE draft (
    draft_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(draft_id) = 16),
    username text NOT NULL CHECK (length(username) > 0),
    thread_id {{blob}},
    form text NOT NULL CHECK (length(form) > 0),
    file {{blob}} NOT NULL,
    batch {{int}} NOT NULL CHECK (batch >= 0)
){{keyed}};

CREATE INDEX draft_username ON draft (username);
