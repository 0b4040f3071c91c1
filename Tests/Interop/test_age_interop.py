"""Files cross between Heed's vault and other programs, both ways.

HEED_INTEROP_DIR holds what `swift test --filter InteropTests` wrote. What other programs write goes to HEED_INTEROP_IN,
for a second run of the same Swift test. Skipped where the folder or the program is absent.
"""

import hashlib
import json
import os
import pathlib
import pty
import shutil
import subprocess

import pytest

import age_twin

pyrage = pytest.importorskip("pyrage")

SIZES = [0, 1, 65_536, 200_000]
AGE = shutil.which("age")
OUT = os.environ.get("HEED_INTEROP_DIR")
IN = os.environ.get("HEED_INTEROP_IN")

needs_age = pytest.mark.skipif(not AGE, reason="no age program")
needs_out = pytest.mark.skipif(not OUT, reason="HEED_INTEROP_DIR is not set")
needs_in = pytest.mark.skipif(not IN, reason="HEED_INTEROP_IN is not set")


def entries(kind):
    manifest = json.loads(pathlib.Path(OUT, "manifest.json").read_text())
    chosen = [entry for entry in manifest if entry["kind"] == kind]
    assert chosen
    return [(entry, pathlib.Path(OUT, entry["file"])) for entry in chosen]


def same(entry, plaintext):
    assert len(plaintext) == entry["size"]
    assert hashlib.sha256(plaintext).hexdigest() == entry["sha256"]


def at_terminal(command, answers):
    """Runs a program that asks for passphrases on its terminal, and gives its exit status."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(command[0], command)
    for answer in answers:
        seen = b""
        while b": " not in seen:
            seen += os.read(terminal, 1024)
        os.write(terminal, answer.encode() + b"\n")
    try:
        while os.read(terminal, 1024):
            pass
    except OSError:  # the other end closed
        pass
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@needs_out
def test_pyrage_opens_what_heed_sealed_to_x25519():
    for entry, path in entries("x25519"):
        identity = pyrage.x25519.Identity.from_str(entry["secret"])
        assert str(identity.to_public()) == entry["recipient"]
        same(entry, pyrage.decrypt(path.read_bytes(), [identity]))


@needs_out
def test_pyrage_opens_what_heed_sealed_with_a_passphrase():
    for entry, path in entries("scrypt"):
        same(entry, pyrage.passphrase.decrypt(path.read_bytes(), entry["secret"]))


@needs_out
def test_an_independent_hpke_opens_what_heed_sealed_to_the_hybrid_key():
    for entry, path in entries("hybrid"):
        key = age_twin.Key(age_twin.bech32_decode("age-secret-key-pq-", entry["secret"]))
        assert key.public_bytes == age_twin.bech32_decode("age1pq", entry["recipient"])
        same(entry, age_twin.open_file(path.read_bytes(), key))


@needs_out
@needs_age
def test_age_opens_what_heed_sealed_to_x25519(tmp_path):
    for entry, path in entries("x25519"):
        identity = tmp_path / "identity"
        identity.write_text(entry["secret"] + "\n")
        done = subprocess.run([AGE, "-d", "-i", identity, path], capture_output=True, check=True)
        same(entry, done.stdout)


@needs_out
@needs_age
def test_age_opens_what_heed_sealed_with_a_passphrase(tmp_path):
    for entry, path in entries("scrypt"):
        plain = tmp_path / entry["file"]
        assert at_terminal([AGE, "-d", "-o", str(plain), str(path)], [entry["secret"]]) == 0
        same(entry, plain.read_bytes() if plain.exists() else b"")


@needs_in
def test_other_programs_write_files_for_heed(tmp_path):
    folder = pathlib.Path(IN)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = []

    def add(name, kind, secret, recipient, plaintext, sealed):
        (folder / name).write_bytes(sealed)
        digest = hashlib.sha256(plaintext).hexdigest()
        entry = {"file": name, "kind": kind, "secret": secret, "recipient": recipient}
        manifest.append(entry | {"size": len(plaintext), "sha256": digest})

    for size in SIZES:
        plaintext = bytes(i * 11 % 256 for i in range(size))
        identity = pyrage.x25519.Identity.generate()
        public = str(identity.to_public())
        sealed = pyrage.encrypt(plaintext, [pyrage.x25519.Identity.generate().to_public(), identity.to_public()])
        add(f"pyrage-x25519-{size}", "x25519", str(identity), public, plaintext, sealed)

        key = age_twin.Key(os.urandom(32))
        secret = age_twin.bech32_encode("age-secret-key-pq-", key.seed).upper()
        public = age_twin.bech32_encode("age1pq", key.public_bytes)
        add(f"twin-hybrid-{size}", "hybrid", secret, public, plaintext, age_twin.seal(plaintext, key))

        if AGE:
            public = str(identity.to_public())
            sealed = subprocess.run([AGE, "-r", public], input=plaintext, capture_output=True, check=True)
            add(f"age-x25519-{size}", "x25519", str(identity), public, plaintext, sealed.stdout)

    # One file is enough: both programs choose a slow work factor.
    plaintext = b"written elsewhere"
    if not AGE:
        sealed = pyrage.passphrase.encrypt(plaintext, "correct horse")
        add("pyrage-scrypt", "scrypt", "correct horse", None, plaintext, sealed)
    else:
        plain, sealed = tmp_path / "plain", tmp_path / "sealed"
        plain.write_bytes(plaintext)
        answers = ["correct horse", "correct horse"]
        assert at_terminal([AGE, "-p", "-o", str(sealed), str(plain)], answers) == 0
        add("age-scrypt", "scrypt", "correct horse", None, plaintext, sealed.read_bytes())

    (folder / "manifest.json").write_text(json.dumps(manifest))
