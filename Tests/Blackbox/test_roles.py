"""R68: what the public process connects with, tried directly. Needs a server with roles: PostgreSQL."""

import subprocess

import pytest

from demo import POSTGRES
from journey import report
from visitor import Visitor

pytestmark = [pytest.mark.postgres, pytest.mark.skipif(not POSTGRES, reason="SQLite has no roles")]

# Reading what was reported, undoing it, and making an officer of oneself.
ATTEMPTS = [
    "SELECT * FROM wrap", "SELECT header FROM wrap", "SELECT payload FROM body", "SELECT count(*) FROM body", "TABLE reply",
    "SELECT * FROM thread", "SELECT * FROM event", "SELECT * FROM extract", "SELECT * FROM draft", "SELECT * FROM audit_key",
    "SELECT routine_file FROM officer", "SELECT file FROM compartment_key", "COPY body TO STDOUT", "DELETE FROM thread",
    "UPDATE item SET status = 'opened'", "INSERT INTO officer SELECT * FROM officer", "TRUNCATE body", "SET ROLE heed_desk",
    "SET SESSION AUTHORIZATION heed_test", "CREATE TABLE mine (n bigint)",
]


def ask(connection, statement):
    return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement, connection],
                          capture_output=True, text=True, timeout=60, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})


def test_R68_what_the_public_process_connects_with_reads_no_report(demo):
    report(Visitor(demo.public), "x")
    intake = demo.connection("intake")
    assert ask(intake, "SELECT current_user").stdout.strip() == "heed_intake"
    for statement in ATTEMPTS:
        refused = ask(intake, statement)
        assert refused.returncode != 0 and "permission denied" in refused.stderr, (statement, refused)
    # The same questions from the owner are answered: they were refused for want of rights, not for a slip.
    owner = demo.connection("intake").replace("user=heed_intake", "")
    assert int(ask(owner, "SELECT count(*) FROM body").stdout) > 0


def test_R68_the_desks_and_the_ledgers_roles_cannot_rewrite_the_audit(demo):
    for role in ("desk", "ledger", "intake"):
        for statement in ("UPDATE audit SET box = box", "DELETE FROM audit", "TRUNCATE audit", "DROP TABLE audit"):
            refused = ask(demo.connection(role), statement)
            assert refused.returncode != 0 and ("permission denied" in refused.stderr or "must be owner" in refused.stderr), \
                (role, statement, refused)
