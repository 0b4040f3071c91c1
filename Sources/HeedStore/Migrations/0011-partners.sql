-- What a partner agency is asked, and what it answers. Codes are kept nowhere: a tag finds the request, and goes with its
-- row when the request is withdrawn.

CREATE TABLE partner_request (
    request_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(request_id) = 16),
    thread_id {{blob}} NOT NULL REFERENCES thread (thread_id),
    tag {{blob}} NOT NULL CHECK (length(tag) = 32),
    object_id {{blob}} NOT NULL REFERENCES wrap (object_id),
    certificate {{blob}} NOT NULL CHECK (length(certificate) = 32),
    signature {{blob}} NOT NULL CHECK (length(signature) = 64),
    batch {{int}} NOT NULL CHECK (batch >= 0),
    first_batch {{int}} CHECK (first_batch >= 0)
){{keyed}};

CREATE UNIQUE INDEX partner_request_tag ON partner_request (tag);
CREATE INDEX partner_request_thread ON partner_request (thread_id);

-- An answer stays when its request is withdrawn.
CREATE TABLE partner_answer (
    object_id {{blob}} NOT NULL PRIMARY KEY REFERENCES wrap (object_id),
    request_id {{blob}} NOT NULL CHECK (length(request_id) = 16),
    thread_id {{blob}} NOT NULL REFERENCES thread (thread_id),
    mac {{blob}} NOT NULL CHECK (length(mac) = 32),
    batch {{int}} NOT NULL CHECK (batch >= 0)
){{keyed}};

CREATE UNIQUE INDEX partner_answer_mac ON partner_answer (mac);
CREATE INDEX partner_answer_thread ON partner_answer (thread_id);
CREATE INDEX partner_answer_request ON partner_answer (request_id);

-- sqlite:
CREATE TRIGGER partner_request_first_use_stays BEFORE UPDATE OF first_batch ON partner_request
WHEN OLD.first_batch IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the first use of a code is never changed');
END;
-- postgres:
CREATE TRIGGER partner_request_first_use_stays BEFORE UPDATE OF first_batch ON partner_request FOR EACH ROW
WHEN (OLD.first_batch IS NOT NULL)
EXECUTE FUNCTION heed_refuse('the first use of a code is never changed');
-- The one request with this tag: nobody lists requests through it.
CREATE FUNCTION heed_partner_request(tag bytea)
RETURNS TABLE (
    request_id bytea, thread_id bytea, certificate bytea, signature bytea, batch bigint, first_batch bigint,
    header bytea, payload bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT partner_request.request_id, partner_request.thread_id, partner_request.certificate,
        partner_request.signature, partner_request.batch, partner_request.first_batch, wrap.header, body.payload
    FROM partner_request
    JOIN wrap ON wrap.object_id = partner_request.object_id AND wrap.purpose = 'partner'
    JOIN body ON body.object_id = partner_request.object_id
    WHERE partner_request.tag = heed_partner_request.tag
$$;

REVOKE ALL ON FUNCTION heed_partner_request(bytea) FROM PUBLIC;
-- end
