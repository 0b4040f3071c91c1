-- Changes of people that wait: asked for by an administrator, for the person to enrol and for two registrars to sign.
-- A row goes when its change is made, refused or taken back; the audit keeps what happened. No secret is in clear: an
-- enrolment code is kept as its hash, and key files are sealed under a passphrase that only their owner knows.

CREATE TABLE staff_request (
    request_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(request_id) = 16),
    kind text NOT NULL CHECK (kind IN ('add', 'again', 'role', 'totp')),
    username text NOT NULL CHECK (length(username) BETWEEN 1 AND 64),
    person text NOT NULL CHECK (length(person) BETWEEN 1 AND 64),
    name text CHECK (length(name) > 0),
    role text NOT NULL CHECK (length(role) > 0),
    old_certificate {{blob}} CHECK (length(old_certificate) = 32),
    asked_by text NOT NULL CHECK (length(asked_by) > 0),
    code_hash {{blob}} CHECK (length(code_hash) = 32),
    code_last_batch {{int}} NOT NULL CHECK (code_last_batch >= 0),
    certificate text,
    routine_file {{blob}},
    grave_file {{blob}},
    first_registrar text,
    first_note text,
    CONSTRAINT staff_request_files_whole CHECK ((routine_file IS NULL) = (grave_file IS NULL)),
    CONSTRAINT staff_request_signed_text CHECK (first_note IS NULL OR certificate IS NOT NULL)
){{keyed}};

-- One change of a person at a time.
CREATE UNIQUE INDEX staff_request_username ON staff_request (username);
