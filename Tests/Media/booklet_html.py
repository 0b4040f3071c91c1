"""A booklet's HTML as blocks of text, in reading order."""

from html.parser import HTMLParser

BLOCKS = {"h1", "h2", "h3", "p", "li", "th", "td"}


class Booklet(HTMLParser):
    """`blocks`: (element, text) of every heading, paragraph, list item and cell. `drawings`: their descriptions."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.blocks, self.drawings, self.lists, self.scopes, self._open = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in BLOCKS:
            self._open.append([tag, ""])
        if tag == "svg":
            self.drawings.append(attributes.get("aria-label"))
        if tag in ("ul", "ol"):
            self.lists.append(tag)
        if tag == "th":
            self.scopes.append(attributes.get("scope"))

    def handle_data(self, data):
        if self._open:
            self._open[-1][1] += data

    def handle_endtag(self, tag):
        if self._open and self._open[-1][0] == tag:
            name, text = self._open.pop()
            # A quotation's paragraph counts once, an item that holds a paragraph too.
            if text.strip():
                self.blocks.append((name, " ".join(text.split())))

    def words(self):
        return " ".join(text for _, text in self.blocks).split()

    def headings(self):
        return [(int(name[1]), text) for name, text in self.blocks if name in ("h1", "h2", "h3")]
