-- PostgreSQL roles, one for each kind of process. Run by the owner of the store after every upgrade; may be run again.
-- The owner serves nothing. How each role proves itself is for pg_hba.conf; no password is set here.
-- SQLite has no such rights: there only the sealing protects what is stored.

DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['heed_intake', 'heed_desk', 'heed_ledger'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN', role);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', current_schema(), role);
        EXECUTE format('GRANT SELECT ON migration, installation, clock TO %I', role);
        -- The two tables that only ever grow.
        EXECUTE format('GRANT INSERT ON audit, audit_key TO %I', role);
    END LOOP;
END
$$;

-- Intake writes what it receives. It reads no header and no payload: with these rights no report can be opened,
-- whatever keys are at hand. The columns it reads find a thread, number an item and issue a receipt again.
GRANT INSERT ON thread, item, wrap, body, pending_leaf, idem TO heed_intake;
GRANT SELECT (thread_id, tag, reply_key, kind, status, wake, version, due_batch) ON thread TO heed_intake;
GRANT UPDATE (status, wake, version, due_batch) ON thread TO heed_intake;
GRANT SELECT (thread_id, item, batch, manifest, status) ON item TO heed_intake;
GRANT SELECT (object_id, thread_id, item, purpose, kc, payload_digest) ON wrap TO heed_intake;
GRANT SELECT ON idem, certificate TO heed_intake;
GRANT SELECT (compartment, epoch, certificate_hash) ON compartment_key TO heed_intake;
GRANT SELECT (username, certificate_hash, active) ON officer TO heed_intake;
GRANT EXECUTE ON FUNCTION heed_replies(bytea), heed_leaf(bytea) TO heed_intake;

-- The desk reads everything (it is all sealed) and changes what may change.
DO $$
BEGIN
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO heed_desk', current_schema());
END
$$;
GRANT INSERT ON
    thread, item, wrap, body, event, reply, pending_leaf, extract, officer, certificate, compartment_key, idem, draft
    TO heed_desk;
GRANT UPDATE ON thread, item, wrap, extract, officer, certificate, compartment_key, draft TO heed_desk;
GRANT DELETE ON wrap, body, reply, extract, compartment_key, idem, draft TO heed_desk;
GRANT EXECUTE ON FUNCTION heed_replies(bytea), heed_leaf(bytea) TO heed_desk;

-- The ledger moves the batch on, takes the leaves that are due and forgets repeated sends.
GRANT INSERT, UPDATE ON clock TO heed_ledger;
GRANT SELECT, INSERT, DELETE ON pending_leaf TO heed_ledger;
GRANT SELECT, DELETE ON idem TO heed_ledger;
GRANT SELECT (writer, n, batch, hash) ON audit TO heed_ledger;

-- Intake turns a bit over to see that the store commits.
GRANT SELECT, INSERT, UPDATE ON heartbeat TO heed_intake;

-- The feedback box: intake puts in and counts, by random ids that say nothing; only the desk reads, and deletes what was read.
GRANT INSERT ON feedback TO heed_intake;
GRANT SELECT (feedback_id) ON feedback TO heed_intake;
GRANT DELETE ON feedback TO heed_desk;

-- Notices: the desk publishes, the public side reads and says which change it shows.
GRANT SELECT ON notice, notice_withdrawal, threat_level TO heed_intake;
GRANT SELECT, INSERT, UPDATE ON notice_shown TO heed_intake;
GRANT INSERT ON notice, notice_withdrawal, threat_level TO heed_desk;

-- Partners: intake finds one request by its code's tag, marks its first use, and puts answers in; it lists none.
GRANT SELECT (request_id, first_batch) ON partner_request TO heed_intake;
GRANT UPDATE (first_batch) ON partner_request TO heed_intake;
GRANT SELECT (request_id, mac) ON partner_answer TO heed_intake;
-- Not `is_read`: what comes in has been read by nobody.
GRANT INSERT (object_id, request_id, thread_id, mac, batch) ON partner_answer TO heed_intake;
GRANT EXECUTE ON FUNCTION heed_partner_request(bytea) TO heed_intake, heed_desk;
GRANT INSERT, DELETE ON partner_request TO heed_desk;
GRANT UPDATE (is_read) ON partner_answer TO heed_desk;
-- Statistics: the desk adds; nobody changes or deletes.
GRANT INSERT ON frozen_count TO heed_desk;
-- Changes of people that wait are the desk's alone, and go when they are made.
GRANT INSERT, UPDATE, DELETE ON staff_request TO heed_desk;
