-- Threads, the items in them, and the sealed objects they hold. Keys are 16 random bytes; times are batch numbers.

CREATE TABLE thread (
    thread_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(thread_id) = 16),
    tag {{blob}} CHECK (length(tag) = 32),
    reply_key {{blob}} CHECK (length(reply_key) BETWEEN 1 AND 4096),
    compartment text NOT NULL CHECK (length(compartment) BETWEEN 1 AND 64),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
    status text NOT NULL CHECK (status IN ('received', 'open', 'closed')),
    wake {{int}} NOT NULL CHECK (wake IN (0, 1)),
    version {{int}} NOT NULL CHECK (version >= 1),
    due_batch {{int}},
    review_batch {{int}}
){{keyed}};

CREATE UNIQUE INDEX thread_tag ON thread (tag);
CREATE INDEX thread_status ON thread (compartment, status);

-- item 0 is the report; 1, 2, … are its follow-ups.
CREATE TABLE item (
    thread_id {{blob}} NOT NULL REFERENCES thread (thread_id),
    item {{int}} NOT NULL CHECK (item BETWEEN 0 AND 255),
    batch {{int}} NOT NULL CHECK (batch >= 0),
    manifest {{blob}} NOT NULL CHECK (length(manifest) = 32),
    status text NOT NULL CHECK (status IN ('received', 'opened', 'decided')),
    decided_person text CHECK (length(decided_person) > 0),
    CONSTRAINT item_decided_by CHECK (status <> 'decided' OR decided_person IS NOT NULL),
    PRIMARY KEY (thread_id, item)
){{keyed}};

CREATE INDEX item_status ON item (status, batch);

-- The header of a sealed object: deleting it erases the object.
CREATE TABLE wrap (
    object_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(object_id) = 16),
    thread_id {{blob}} REFERENCES thread (thread_id),
    item {{int}} CHECK (item BETWEEN 0 AND 255),
    purpose text NOT NULL
        CHECK (purpose IN ('report', 'contact', 'follow-up', 'reply', 'step', 'message', 'draft', 'partner')),
    compartment text NOT NULL CHECK (length(compartment) BETWEEN 1 AND 64),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    format {{int}} NOT NULL CHECK (format >= 1),
    kc {{blob}} NOT NULL CHECK (length(kc) = 32),
    payload_digest {{blob}} NOT NULL CHECK (length(payload_digest) = 32),
    header {{blob}} NOT NULL CHECK (length(header) > 0)
){{keyed}};

CREATE INDEX wrap_thread ON wrap (thread_id, item);

CREATE TABLE body (
    object_id {{blob}} NOT NULL PRIMARY KEY REFERENCES wrap (object_id),
    payload {{blob}} NOT NULL
){{strict}};

-- What an officer sent to the reporter: shown only if the signature holds.
CREATE TABLE reply (
    object_id {{blob}} NOT NULL PRIMARY KEY REFERENCES wrap (object_id),
    thread_id {{blob}} NOT NULL REFERENCES thread (thread_id),
    round {{int}} NOT NULL CHECK (round >= 1),
    certificate {{blob}} NOT NULL CHECK (length(certificate) = 32),
    signature {{blob}} NOT NULL CHECK (length(signature) = 64),
    batch {{int}} NOT NULL CHECK (batch >= 0)
){{keyed}};

CREATE INDEX reply_thread ON reply (thread_id, round);

-- Leaves that wait for their batch. No thread id: nothing joins a thread to its leaves.
CREATE TABLE pending_leaf (
    t {{blob}} NOT NULL PRIMARY KEY CHECK (length(t) = 32),
    entry {{blob}} NOT NULL CHECK (length(entry) = 65),
    kind {{int}} NOT NULL CHECK (kind BETWEEN 0 AND 3),
    cohort {{int}} NOT NULL CHECK (cohort >= 0),
    salt_kind {{blob}} NOT NULL CHECK (length(salt_kind) = 32),
    commitment_body {{blob}} NOT NULL CHECK (length(commitment_body) = 32),
    release_batch {{int}} NOT NULL CHECK (release_batch >= 0)
){{keyed}};

CREATE INDEX pending_leaf_release ON pending_leaf (release_batch);

-- Queue cards: a cache that unlocked sessions write.
CREATE TABLE extract (
    thread_id {{blob}} NOT NULL PRIMARY KEY REFERENCES thread (thread_id),
    compartment text NOT NULL CHECK (length(compartment) BETWEEN 1 AND 64),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    version {{int}} NOT NULL CHECK (version >= 1),
    box {{blob}} NOT NULL
){{keyed}};

CREATE INDEX extract_compartment ON extract (compartment, epoch);

-- The same form twice is one report. Rows go when their batch has passed.
CREATE TABLE idem (
    mac {{blob}} NOT NULL PRIMARY KEY CHECK (length(mac) = 32),
    thread_id {{blob}} NOT NULL,
    item {{int}} NOT NULL CHECK (item BETWEEN 0 AND 255),
    expires_batch {{int}} NOT NULL CHECK (expires_batch >= 0)
){{keyed}};

CREATE INDEX idem_expires ON idem (expires_batch);

-- sqlite:
CREATE TRIGGER item_status_forward BEFORE UPDATE OF status ON item
WHEN NEW.status <> OLD.status
    AND NOT (OLD.status = 'received' AND NEW.status = 'opened')
    AND NOT (OLD.status = 'opened' AND NEW.status = 'decided')
BEGIN
    SELECT RAISE(ABORT, 'an item moves from received to opened to decided');
END;
-- postgres:
CREATE TRIGGER item_status_forward BEFORE UPDATE OF status ON item FOR EACH ROW
WHEN (NEW.status <> OLD.status
    AND NOT (OLD.status = 'received' AND NEW.status = 'opened')
    AND NOT (OLD.status = 'opened' AND NEW.status = 'decided'))
EXECUTE FUNCTION heed_refuse('an item moves from received to opened to decided');
-- end
