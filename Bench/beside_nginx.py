"""A page of guidance from the service and from nginx: the same bytes and header fields, in turn, under the same load.

Both run on all cores, which the load generator shares with them; that is why runs alternate and medians are compared.
"""

import http.client
import os
import sys
import tempfile
from urllib.parse import urlsplit

from demo import free_port
from figures import SECONDS, line, rate
from nginx import Nginx
from statistics_of_time import median

PAGE = "/attack"
ROUNDS = 3
# Date and connection fields change by themselves, each server makes its own validator, and nginx names itself.
OWN = {"date", "connection", "etag", "server", "accept-ranges", "last-modified"}


def ask(base, headers):
    parts = urlsplit(base)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        connection.request("GET", PAGE, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def seen(base, headers):
    """What has to be the same from both."""
    status, fields, body = ask(base, headers)
    return status, {name: value for name, value in fields.items() if name not in OWN}, body


def copy_of_the_page(demo, root):
    """The service's own bytes, plain and compressed, where nginx finds them."""
    place = os.path.join(root, PAGE[1:])
    os.makedirs(place)
    for coding, suffix in (("identity", ""), ("gzip", ".gz")):
        _, _, body = ask(demo.public, {"Accept-Encoding": coding})
        with open(os.path.join(place, "index.html" + suffix), "wb") as file:
            file.write(body)
    os.chmod(root, 0o755)


def compare(name, demo, nginx, ours, theirs):
    if seen(demo.public, ours) != seen(nginx.base, theirs):
        sys.exit(f"{name}: the two servers answer differently: {seen(demo.public, ours)[:2]} {seen(nginx.base, theirs)[:2]}")
    rates = [], []
    for _ in range(ROUNDS):
        for found, base, headers in ((rates[0], demo.public, ours), (rates[1], nginx.base, theirs)):
            found.append(rate(base + PAGE, min(SECONDS, 5), *(f"{key}: {value}" for key, value in headers.items())))
    line(f"guidance_requests_{name}", median(rates[0]), "requests/s")
    line(f"nginx_requests_{name}", median(rates[1]), "requests/s")
    line(f"share_of_nginx_{name}", 100 * median(rates[0]) / median(rates[1]), "percent")


def beside_nginx(demo):
    with tempfile.TemporaryDirectory(prefix="heed-bench-") as root:
        copy_of_the_page(demo, root)
        port = free_port()
        printed = demo.run("site", "nginx", root, "--data", demo.data, "--set", f"public.url={demo.public}",
                           "--listen", f"127.0.0.1:{port}")
        if printed.returncode:
            sys.exit(f"heed site nginx: {printed.stderr}")
        # As many workers as the service has threads for connections: one for each core.
        with Nginx(printed.stdout, port, workers=len(os.sched_getaffinity(0))) as nginx:
            compare("plain", demo, nginx, {}, {})
            packed = {"Accept-Encoding": "gzip"}
            compare("gzip", demo, nginx, packed, packed)
            ours, theirs = (ask(base, {})[1]["etag"] for base in (demo.public, nginx.base))
            compare("304", demo, nginx, {"If-None-Match": ours}, {"If-None-Match": theirs})
