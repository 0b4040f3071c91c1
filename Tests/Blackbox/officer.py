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


def unspent_code(person, demo):
    """A code that this officer has not used at this demonstration; waits if it must. The desk takes the half minute before and
    the one after too, each later than the last, so three can be had at once."""
    key = demo.data, person["totp_secret"]
    while True:
        now = time.time() + demo.clock_offset
        step = int(now // 30)
        # Not the step before if it is about to go.
        earliest = step if now % 30 > 20 else step - 1
        wanted = max(earliest, _spent.get(key, 0) + 1)
        if wanted <= step + 1:
            _spent[key] = wanted
            return one_time_code(person["totp_secret"], wanted * 30)
        time.sleep(0.5)


class Officer(Visitor):
    def __init__(self, demo, person):
        super().__init__(demo.desk, site="desk", cookies=True)
        self.demo, self.person = demo, person

    def credentials(self, **changes):
        """What this officer types to sign in, to unlock or to sign; `changes` replace it."""
        typed = {"passphrase": self.person["passphrase"], "secret_code": self.person["secret_code"]} | changes
        if "totp" not in typed:
            typed["totp"] = unspent_code(self.person, self.demo)
        return typed

    def sign_in(self, **changes):
        """Follows the sign-in form."""
        return self.get("/sign-in").submit(values=self.credentials(**{"username": self.person["username"]} | changes))

    @property
    def is_signed_in(self):
        return self.get("/").dom.first("input", name="passphrase") is None

    def lock(self):
        page = self.get("/")
        return page.submit(form=page.form_to("/lock"))

    def unlock(self, page):
        return page.submit(form=page.form_to("/sign-in/unlock"), values=self.credentials())

    def threads(self):
        return [row.get("data-report") for row in self.queue_rows()]

    def queue_rows(self):
        """Every row marked `data-report`, over all pages of the queue, each report in a line of its own."""
        page, rows = self.get("/?each=yes"), []
        for _ in range(2000):
            rows += list(page.dom.all(data_report=True))
            following = [href for text, href in page.links if re.fullmatch(r"next\b.*", text.strip(), re.I)]
            if not following:
                return rows
            page = self.get(following[0])
        raise AssertionError("the queue does not end")
