-- A look at the queue asks of every open thread what is in this index, and nothing else: rows of threads hold a key of
-- more than a KiB, so reading thousands of them would read most of the pages that SQLite remembers.
CREATE INDEX thread_queue ON thread (compartment, status, thread_id, version, wake);
DROP INDEX thread_status;
