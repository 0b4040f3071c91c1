"""An officer at the desk, signed in with a plain client."""

import base64
import hashlib
import hmac
import re
import struct
import time

from visitor import Visitor

_spent = {}


def one_time_code(secret, at=None):
    """RFC 6238 with SHA-1, 30 seconds, 6 digits: written again here, so that ours is checked by another's arithmetic."""
    key = base64.b32decode(secret.upper() + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((at or time.time()) // 30)), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7fffffff) % 1_000_000:06d}"


def unspent_code(person):
    """A code that this run has not used yet for this officer; waits for the next half minute if it must."""
    secret = person["totp_secret"]
    while (secret, int(time.time() // 30)) in _spent:
        time.sleep(1)
    _spent[secret, int(time.time() // 30)] = True
    return one_time_code(secret)


class Officer(Visitor):
    def __init__(self, demo, person):
        super().__init__(demo.desk, site="desk", cookies=True)
        self.person = person

    def sign_in(self, **changes):
        """Follows the sign-in form; `changes` replace what this officer would type."""
        typed = {"username": self.person["username"], "passphrase": self.person["passphrase"],
                 "secret_code": self.person["secret_code"]} | changes
        if "totp" not in typed:
            typed["totp"] = unspent_code(self.person)
        return self.get("/sign-in").submit(values=typed)

    def queue_rows(self):
        """Every row marked `data-report`, over all pages of the queue."""
        page, rows = self.get("/"), []
        for _ in range(2000):
            rows += list(page.dom.all(data_report=True))
            following = [href for text, href in page.links if re.fullmatch(r"next\b.*", text.strip(), re.I)]
            if not following:
                return rows
            page = self.get(following[0])
        raise AssertionError("the queue does not end")
