-- What the public process may reach though it cannot read the tables: functions that run as the owner. SQLite grants no
-- rights, so there the statements read the tables themselves.

-- postgres:
-- What a holder of a thread may be shown of it: replies, and nothing that came from the public.
CREATE FUNCTION heed_replies(thread bytea)
RETURNS TABLE (
    object_id bytea, round bigint, certificate bytea, signature bytea, batch bigint, kc bytea, payload_digest bytea,
    header bytea, payload bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT reply.object_id, reply.round, reply.certificate, reply.signature, reply.batch, wrap.kc, wrap.payload_digest,
        wrap.header, body.payload
    FROM reply
    JOIN wrap ON wrap.object_id = reply.object_id AND wrap.purpose = 'reply'
    JOIN body ON body.object_id = reply.object_id
    WHERE reply.thread_id = heed_replies.thread
$$;

-- The one leaf with this tag: nobody lists leaves through it.
CREATE FUNCTION heed_leaf(tag bytea)
RETURNS TABLE (entry bytea, release_batch bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT pending_leaf.entry, pending_leaf.release_batch FROM pending_leaf WHERE pending_leaf.t = heed_leaf.tag
$$;

REVOKE ALL ON FUNCTION heed_replies(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION heed_leaf(bytea) FROM PUBLIC;
-- end
