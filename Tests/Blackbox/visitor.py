"""A plain HTTP client that uses the site the way a person without scripts does: pages, links, forms."""

import hashlib
import http.client
import re
import socket
from urllib.parse import quote_plus, urljoin, urlsplit

import html_page
from evidence import keep_page


def encoded(pairs):
    """application/x-www-form-urlencoded, with the line ends that browsers send."""
    def text(value):
        return value if isinstance(value, bytes) else re.sub(r"\r\n|\r|\n", "\r\n", value).encode("utf-8", "surrogatepass")
    return "&".join(f"{quote_plus(text(name))}={quote_plus(text(value))}" for name, value in pairs).encode()


class Page:
    """One answer: status, headers in order, bytes, and the parsed document where it is HTML."""

    def __init__(self, url, status, headers, body, visitor):
        self.url, self.status, self.headers, self.body, self.visitor = url, status, headers, body, visitor
        self.is_html = (self.header("content-type") or "").startswith("text/html")
        self.markup = body.decode("utf-8", "replace") if self.is_html else ""
        self.dom = html_page.parse(self.markup)

    def __repr__(self):
        return f"<Page {self.status} {self.url} {self.title!r}>"

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def header_all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def title(self):
        title = self.dom.first("title")
        return title.text if title else ""

    @property
    def h1(self):
        heading = self.dom.first("h1")
        return heading.text if heading else ""

    @property
    def text(self):
        return self.dom.text

    @property
    def main(self):
        return self.dom.first("main") or self.dom

    @property
    def form(self):
        """The main form: the first in <main>."""
        element = self.main.first("form")
        assert element is not None, f"no form in {self!r}: {self.text[:300]!r}"
        return html_page.Form(element)

    def form_to(self, ending):
        """The form whose action ends so."""
        form = next((form for form in self.dom.all("form") if form.get("action", "").split("#")[0].endswith(ending)), None)
        assert form is not None, f"no form to {ending} in {self!r}: {[form.get('action') for form in self.dom.all('form')]}"
        return html_page.Form(form)

    @property
    def has_form(self):
        return self.main.first("form") is not None

    @property
    def code(self):
        """The words of the element marked `data-code`."""
        element = self.dom.first(data_code=True)
        assert element is not None, f"no data-code in {self!r}"
        return element.text

    @property
    def links(self):
        return [(link.text, urljoin(self.url, link.get("href"))) for link in self.dom.all("a", href=True)]

    def link(self, words):
        found = [href for text, href in self.links if words.lower() in text.lower()]
        assert found, f"no link {words!r} in {self!r}"
        return found[0]

    def by_id(self, identifier):
        return next((element for element in self.dom.walk() if element.get("id") == identifier), None)

    @property
    def shape(self):
        """A digest of the page's structure: two pages with the same shape differ in words, or in how many rows they list."""
        def kind(element):
            if element is None:
                return ""
            mine = f"{element.tag}.{element.get('class', '')}.{element.get('name', '')}.{element.get('role', '')}"
            return f"{kind(element.parent)}>{mine}"
        parts = sorted({kind(element) for element in self.dom.walk()})
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]

    def submit(self, button=None, values=None, form=None, **options):
        """Presses a button of the main form (the first by default) with `values` filled in."""
        form = form or self.form
        pairs = html_page.filled(form.entries(form.button(button)), values or {})
        target = urljoin(self.url, form.action)
        if form.method == "get":
            query = encoded(pairs).decode()
            return self.visitor.get(target.split("?")[0].split("#")[0] + "?" + query, referrer=self.url, **options)
        return self.visitor.post(target, pairs, referrer=self.url, **options)


class Visitor:
    """Sends what a browser sends, and nothing it was not asked to. Cookies are kept only when `cookies` is set."""

    def __init__(self, base, site="public", headers=None, address=None, cookies=False, timeout=60):
        self.base, self.site, self.timeout = base.rstrip("/"), site, timeout
        self.headers, self.address = dict(headers or {}), address
        self.jar = {} if cookies else None
        self.seen = []

    def get(self, path, referrer=None, follow=True, headers=None):
        return self._ask("GET", urljoin(self.base + "/", path), None, referrer, follow, headers)

    def post(self, path, pairs, referrer=None, follow=True, headers=None):
        body = pairs if isinstance(pairs, bytes) else encoded(pairs)
        return self._ask("POST", urljoin(self.base + "/", path), body, referrer, follow, headers)

    def request(self, method, path, body=None, headers=None):
        return self._ask(method, urljoin(self.base + "/", path), body, None, False, headers)

    def _ask(self, method, url, body, referrer, follow, headers):
        page = self._once(method, url, body, referrer, headers)
        for _ in range(5):
            if not follow or page.status not in (301, 302, 303, 307, 308):
                break
            target = urljoin(page.url, page.header("location"))
            if urlsplit(target).netloc != urlsplit(self.base).netloc:
                break
            page = self._once("GET", target, None, referrer, headers)
        return page

    def _once(self, method, url, body, referrer, extra):
        parts = urlsplit(url)
        sent = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en-GB,en;q=0.5", "User-Agent": "Mozilla/5.0"}
        origin = f"{parts.scheme}://{parts.netloc}"
        if method == "POST":
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin, "Sec-Fetch-Site": "same-origin"}
        if referrer and referrer.startswith(origin):
            sent["Referer"] = referrer.split("#")[0]
        if self.jar:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        sent |= self.headers | (extra or {})
        sent = {name: value for name, value in sent.items() if value is not None}
        source = (self.address, 0) if self.address else None
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=self.timeout, source_address=source)
        try:
            path = parts.path or "/"
            connection.request(method, path + (f"?{parts.query}" if parts.query else ""), body, sent)
            answer = connection.getresponse()
            page = Page(url, answer.status, answer.getheaders(), answer.read(), self)
        finally:
            connection.close()
        self._keep_cookies(page)
        self.seen.append(page)
        keep_page(self.site, method, page)
        return page

    def _keep_cookies(self, page):
        if self.jar is None:
            return
        for line in page.header_all("set-cookie"):
            name, _, rest = line.partition("=")
            value, _, attributes = rest.partition(";")
            if "max-age=0" in attributes.lower() or not value:
                self.jar.pop(name.strip(), None)
            else:
                self.jar[name.strip()] = value


def raw_exchange(base, data, timeout=20):
    """Sends bytes as they are and returns what came back until the other side closed or fell silent."""
    parts = urlsplit(base)
    with socket.create_connection((parts.hostname, parts.port), timeout=timeout) as wire:
        wire.sendall(data)
        received = b""
        try:
            while chunk := wire.recv(65536):
                received += chunk
        except (TimeoutError, ConnectionError):
            pass
    return received
