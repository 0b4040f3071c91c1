"""Canary sweep: every way in carries a word of its own that exists nowhere else; then every byte left behind is searched.

Words are looked for as they are and as UTF-16, hexadecimal, base64 (at each of three alignments) and inside gzip and
zlib streams; addresses also packed; all of them also as unsalted digests.
"""

import base64
import hashlib
import ipaddress
import os
import secrets
import zlib

LETTERS = "bcdfghjklmnpqrstvwxz"


def word():
    """A word that nobody else writes, safe in a header, a form field and a file name."""
    return "zq" + "".join(secrets.choice(LETTERS) for _ in range(18))


def alias():
    """An address of this machine that nothing else uses; Linux answers for all of 127.0.0.0/8."""
    return f"127.{secrets.randbelow(200) + 20}.{secrets.randbelow(200) + 20}.{secrets.randbelow(200) + 20}"


def forms_of(text):
    """Description and bytes of each form in which `text` could have been kept."""
    plain = text.encode()
    found = {"plain": plain, "upper": plain.upper(), "UTF-16LE": text.encode("utf-16-le"),
             "UTF-16BE": text.encode("utf-16-be"), "hex": plain.hex().encode(), "HEX": plain.hex().upper().encode()}
    for shift in range(3):
        # Characters at the ends depend on the neighbours; those between do not.
        coded = base64.b64encode(b"\0" * shift + plain)
        start = -(-shift * 8 // 6)
        found[f"base64+{shift}"] = coded[start:(shift + len(plain)) * 8 // 6]
    digested = [plain]
    try:
        packed = ipaddress.ip_address(text).packed
        found["packed"] = packed
        digested.append(packed)
    except ValueError:
        pass
    for value in digested:
        for name in ("md5", "sha1", "sha256", "sha512"):
            digest = hashlib.new(name, value).digest()
            found[f"{name}({len(value)})"] = digest
            found[f"{name}({len(value)}) hex"] = digest.hex().encode()
            found[f"{name}({len(value)}) base64"] = base64.b64encode(digest).rstrip(b"=")
    return found


def inflated(raw, limit=16 << 20):
    """What each gzip or zlib stream inside `raw` holds."""
    for magic, window in ((b"\x1f\x8b\x08", 31), (b"\x78\x01", 15), (b"\x78\x5e", 15), (b"\x78\x9c", 15), (b"\x78\xda", 15)):
        at = raw.find(magic)
        while at >= 0:
            try:
                yield zlib.decompressobj(window).decompress(raw[at:at + limit], limit)
            except zlib.error:
                pass
            at = raw.find(magic, at + 1)


class Canaries:
    """The words of one scenario, by channel."""

    def __init__(self):
        self.words = {}

    def new(self, channel):
        self.words[channel] = word()
        return self.words[channel]

    def new_address(self, channel):
        self.words[channel] = alias()
        return self.words[channel]

    def watch(self, channel, text):
        self.words[channel] = text
        return text

    def search(self, label, raw):
        """Where any of the words is, in any form: (label, channel, form)."""
        found = []
        layers = [("", raw)] + [(" inside a compressed stream", inner) for inner in inflated(raw)]
        for channel, text in self.words.items():
            for form, needle in forms_of(text).items():
                for where, layer in layers:
                    if needle in layer:
                        found.append((label, channel, form + where))
        return found

    def sweep_folders(self, *folders, leave_out=None):
        """Names and contents of all files below the folders, but for one that is left out."""
        found = []
        for folder in folders:
            for place, directories, files in os.walk(folder):
                if place == leave_out:
                    directories.clear()
                    continue
                for name in directories + files:
                    found += self.search(f"the name of {os.path.join(place, name)}", name.encode())
                for name in files:
                    path = os.path.join(place, name)
                    try:
                        if os.path.isfile(path):
                            with open(path, "rb") as file:
                                found += self.search(path, file.read())
                    except FileNotFoundError:
                        pass
        return found

    def sweep_processes(self, processes):
        """Arguments, environment and open files of running processes."""
        found = []
        for process in processes:
            for part in ("cmdline", "environ", "comm"):
                try:
                    with open(f"/proc/{process}/{part}", "rb") as file:
                        found += self.search(f"/proc/{process}/{part}", file.read())
                except (FileNotFoundError, ProcessLookupError):
                    pass
        return found

    def sweep(self, demo):
        """Everything that a demonstration leaves: data, logs, temporary files, its folder in memory and, while it runs, its processes."""
        return self.sweep_processes(demo.processes()) + self.sweep_folders(demo.place, demo.memory)
