"""A page as a browser without scripts, styles or images sees it: elements, forms and words, from the standard library."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# An opening tag on the left ends an open element named on the right.
CLOSES = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"}, "tr": {"tr", "td", "th"},
          "td": {"td", "th"}, "th": {"td", "th"}}
BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "dt", "dd", "tr", "section", "main", "header", "footer", "nav",
          "form", "fieldset", "legend", "br", "table", "ul", "ol", "dl", "article", "aside", "summary", "details",
          "title", "label", "button", "textarea", "option", "blockquote", "pre"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def __repr__(self):
        return f"<{self.tag} {self.attributes}>"

    def get(self, name, default=None):
        """An attribute; one without a value counts as empty text."""
        if name not in self.attributes:
            return default
        value = self.attributes[name]
        return "" if value is None else value

    def has(self, name):
        return name in self.attributes

    def walk(self):
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags, **attributes):
        """Descendants with one of the tags and these attributes; an attribute given as True need only be there."""
        for element in self.walk():
            if element is self or tags and element.tag not in tags:
                continue
            if all(element.has(name.replace("_", "-")) if wanted is True else element.get(name.replace("_", "-")) == wanted
                   for name, wanted in attributes.items()):
                yield element

    def first(self, *tags, **attributes):
        return next(self.all(*tags, **attributes), None)

    def ancestor(self, *tags):
        above = self.parent
        while above is not None and above.tag not in tags:
            above = above.parent
        return above

    @property
    def raw(self):
        """The text exactly as written, for a textarea or a script."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    @property
    def text(self):
        """The words, with runs of white space made one space."""
        return " ".join(self._pieces().split())

    def _pieces(self):
        said = []
        for child in self.children:
            if isinstance(child, str):
                said.append(child)
            elif child.tag not in ("script", "style", "template"):
                said.append(f" {child._pieces()} " if child.tag in BLOCKS else child._pieces())
        return "".join(said)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, None)
        self.open = self.root

    def handle_starttag(self, tag, attributes):
        while self.open.tag in CLOSES.get(tag, ()):
            self.open = self.open.parent
        if tag in BLOCKS and self.open.tag == "p" and tag not in ("br", "label", "button", "textarea", "option"):
            self.open = self.open.parent
        element = Element(tag, dict(reversed(attributes)), self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        above = self.open
        while above is not None and above.tag != tag:
            above = above.parent
        if above is not None and above.parent is not None:
            self.open = above.parent

    def handle_data(self, data):
        self.open.children.append(data)


def parse(markup):
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.root


class Form:
    """A form and what a browser would send for it."""

    def __init__(self, element):
        self.element = element
        self.action = element.get("action", "")
        self.method = element.get("method", "get").lower()

    def controls(self):
        return list(self.element.all("input", "textarea", "select", "button"))

    def names(self):
        return [control.get("name") for control in self.controls() if control.get("name")]

    def control(self, name):
        return next((control for control in self.controls() if control.get("name") == name), None)

    def hidden(self):
        return {control.get("name"): control.get("value", "") for control in self.controls()
                if control.tag == "input" and control.get("type") == "hidden"}

    def buttons(self):
        """Submit buttons in document order; the first is what Enter presses."""
        return [control for control in self.controls()
                if control.tag == "button" and control.get("type", "submit") == "submit"
                or control.tag == "input" and control.get("type") in ("submit", "image")]

    def button(self, wanted=None):
        """The first button; or the one whose `name=value` is `wanted`; or the first whose words contain it."""
        buttons = self.buttons()
        if wanted is None:
            return buttons[0] if buttons else None
        for button in buttons:
            if f"{button.get('name')}={button.get('value', '')}" == wanted:
                return button
        for button in buttons:
            if wanted.lower() in (button.text or button.get("value", "")).lower():
                return button
        raise AssertionError(f"no button {wanted!r} among {[(b.get('name'), b.get('value'), b.text) for b in buttons]}")

    def entries(self, button=None):
        """Name and value pairs as they stand, with the pressed button's in its place."""
        pairs = []
        for control in self.controls():
            name, kind = control.get("name"), control.get("type", "text" if control.tag == "input" else "")
            if not name or control.has("disabled"):
                continue
            if control.tag == "textarea":
                text = control.raw
                pairs.append((name, text[1:] if text.startswith("\n") else text))
            elif control.tag == "select":
                options = list(control.all("option"))
                chosen = [option for option in options if option.has("selected")] or options[:1]
                pairs.extend((name, option.get("value", option.text)) for option in chosen)
            elif control is button:
                pairs.append((name, control.get("value", "")))
            elif control.tag == "button" or kind in ("submit", "image", "button", "reset", "file"):
                continue
            elif kind in ("checkbox", "radio"):
                if control.has("checked"):
                    pairs.append((name, control.get("value", "on")))
            else:
                pairs.append((name, control.get("value", "")))
        return pairs


def filled(pairs, values):
    """`pairs` with `values` put in: a name that is there keeps its place, a list gives several, None takes it away."""
    result, used = [], set()
    for name, value in pairs:
        if name not in values:
            result.append((name, value))
        elif name not in used:
            used.add(name)
            result.extend((name, each) for each in _several(values[name]))
    for name, value in values.items():
        if name not in used:
            result.extend((name, each) for each in _several(value))
    return result


def _several(value):
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
