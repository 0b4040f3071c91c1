"""A second implementation of the parts of age v1 that Heed uses, for checking the first.

Only post-quantum files: `mlkem768x25519` stanzas through HPKE from `cryptography`. Reads and writes whole files.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 64 * 1024
ENCAPSULATED = 1120
INFO = b"age-encryption.org/mlkem768x25519"
SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class Key:
    """An X-Wing key pair, expanded from its 32-byte seed with SHAKE-256."""

    def __init__(self, seed):
        self.seed = seed
        expanded = hashlib.shake_256(seed).digest(96)
        self._mlkem = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        self._x25519 = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
        self.private = hpke.MLKEM768X25519PrivateKey(self._mlkem, self._x25519)

    @property
    def public_bytes(self):
        return self._mlkem.public_key().public_bytes_raw() + self._x25519.public_key().public_bytes_raw()


def bech32_decode(prefix, text):
    """The bytes of a Bech32 string without a length limit; asserts prefix and checksum."""
    text = text.lower()
    assert text.startswith(prefix + "1")
    values = [BECH32.index(letter) for letter in text[len(prefix) + 1 :]]
    assert _polymod(_expand(prefix) + values) == 1
    return _regroup(values[:-6], 5, 8)


def bech32_encode(prefix, data):
    values = _regroup(data + b"\0", 8, 5)[: (len(data) * 8 + 4) // 5]
    check = _polymod(_expand(prefix) + list(values) + [0] * 6) ^ 1
    return prefix + "1" + "".join(BECH32[v] for v in list(values) + [check >> 5 * (5 - i) & 31 for i in range(6)])


def _expand(prefix):
    return [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]


def _polymod(values):
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate([0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3]):
            total ^= term if top >> bit & 1 else 0
    return total


def _regroup(values, width, target):
    bits = "".join(format(value, f"0{width}b") for value in values)
    whole = len(bits) // target * target
    return bytes(int(bits[i : i + target], 2) for i in range(0, whole, target))


def seal(plaintext, recipient):
    """An age file for one `Key`'s public half."""
    file_key = os.urandom(16)
    sealed = SUITE.encrypt(file_key, recipient.private.public_key(), INFO)
    stanza = f"-> mlkem768x25519 {_encode(sealed[:ENCAPSULATED])}\n{_encode(sealed[ENCAPSULATED:])}\n"
    covered = ("age-encryption.org/v1\n" + stanza + "---").encode()
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derive(file_key, nonce, b"payload"))
    body = b""
    chunks = [plaintext[i : i + CHUNK] for i in range(0, len(plaintext), CHUNK)] or [b""]
    for number, chunk in enumerate(chunks):
        body += cipher.encrypt(_nonce(number, number == len(chunks) - 1), chunk, None)
    return covered + f" {_encode(_mac(file_key, covered))}\n".encode() + nonce + body


def open_file(data, key):
    """The plaintext of an age file that has a stanza for `key`."""
    end = data.index(b"\n---") + 4
    covered, rest = data[:end], data[end:]
    line, payload = rest.split(b"\n", 1)
    file_key = _file_key(covered.decode(), key)
    assert hmac.compare_digest(_decode(line.decode().strip()), _mac(file_key, covered))
    cipher = ChaCha20Poly1305(_derive(file_key, payload[:16], b"payload"))
    sealed = payload[16:]
    chunks = [sealed[i : i + CHUNK + 16] for i in range(0, len(sealed), CHUNK + 16)]
    return b"".join(
        cipher.decrypt(_nonce(number, number == len(chunks) - 1), chunk, None) for number, chunk in enumerate(chunks)
    )


def _file_key(covered, key):
    for stanza in covered.split("\n-> ")[1:]:
        lines = stanza.split("\n")
        kind, encapsulated = lines[0].split(" ")
        assert kind == "mlkem768x25519"
        body = _decode("".join(line for line in lines[1:] if line != "---"))
        try:
            return SUITE.decrypt(_decode(encapsulated) + body, key.private, INFO)
        except Exception:  # not for this key
            continue
    raise AssertionError("no stanza for this key")


def _nonce(number, last):
    return number.to_bytes(11, "big") + bytes([last])


def _derive(key, salt, info):
    return HKDF(hashes.SHA256(), 32, salt or None, info).derive(key)


def _mac(file_key, covered):
    return hmac.new(_derive(file_key, b"", b"header"), covered, "sha256").digest()


def _encode(data):
    return base64.b64encode(data).rstrip(b"=").decode()


def _decode(text):
    return base64.b64decode(text + "=" * (-len(text) % 4))
