"""What PDF/UA-1 (ISO 14289-1) asks of a booklet, read from its objects. `complaints(pdf)` is empty where it is so."""

import re
import xml.etree.ElementTree as xml

import pikepdf
from pikepdf import Array, Dictionary, Name

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE"}
PART = "{http://www.aiim.org/pdfua/ns/id/}part"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
INSIDE = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
}


def complaints(pdf, lang):
    found = []
    for check in (document, metadata, content, parents, figures, tables, lists, headings, links, fonts):
        found += [f"{check.__name__}: {text}" for text in (check(pdf, lang) if check is document else check(pdf))]
    return found


def kids(element):
    held = element.get("/K")
    return [] if held is None else list(held) if isinstance(held, Array) else [held]


def elements(pdf, at=None, page=None, above=()):
    """(element, its page, types above it) in reading order."""
    at = pdf.Root.get("/StructTreeRoot", Dictionary()) if at is None else at
    page = at.get("/Pg", page)
    if "/S" in at:
        yield at, page, above
        above = (*above, str(at.S))
    for kid in kids(at):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from elements(pdf, kid, page, above)


def attribute(element, owner, name):
    held = element.get("/A", Array())
    for one in held if isinstance(held, Array) else [held]:
        if one.get("/O") == owner and name in one:
            return one[name]
    return None


def document(pdf, lang):
    root = pdf.Root
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "not marked as tagged"
    if str(root.get("/Lang", "")) != lang:
        yield f"language is {root.get('/Lang')}"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "shows its file name, not its title"
    if "/StructTreeRoot" not in root:
        yield "has no structure"


def metadata(pdf):
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield "no XMP"
        return
    tree = xml.fromstring(stream.read_bytes().decode())
    parts = [
        found.get(PART) or found.findtext(PART)
        for found in tree.iter(RDF + "Description")
        if found.get(PART) or found.find(PART) is not None
    ]
    if parts != ["1"]:
        yield f"pdfuaid:part is {parts}"
    if not [title for title in tree.iter(TITLE) if "".join(title.itertext()).strip()]:
        yield "no dc:title"


def content(pdf):
    """7.1: everything painted is in an artifact, or in a sequence that one structure element refers to."""
    referred = {}
    for element, page, _ in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                key = page.objgen, kid
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                key = kid.get("/Pg", page).objgen, int(kid.MCID)
            else:
                continue
            referred[key] = referred.get(key, 0) + 1
    seen = set()
    for number, page in enumerate(pdf.pages, 1):
        open_marks = []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BMC", "BDC"):
                mark = None
                if operands[0] == Name.Artifact:
                    mark = "artifact"
                elif operator == "BDC" and "/MCID" in operands[1]:
                    mark = page.obj.objgen, int(operands[1].MCID)
                    seen.add(mark)
                    if referred.get(mark) != 1:
                        yield f"page {number}: sequence {mark[1]} is referred to {referred.get(mark, 0)} times"
                open_marks.append(mark)
            elif operator == "EMC":
                open_marks.pop()
            elif operator in PAINTS:
                marks = [mark for mark in open_marks if mark]
                if len(marks) != 1:
                    yield f"page {number}: {operator} stands in {len(marks)} marks"
                if operator == "Do" and page.Resources.XObject[str(operands[0])].get("/StructParents") is not None:
                    yield f"page {number}: a form with tags of its own, which is not looked into"
    for missing in sorted(referred.keys() - seen):
        yield f"refers to sequence {missing[1]}, which is not there"


def parents(pdf):
    """The way back from a page's sequences to their elements is the way there."""
    tree = pdf.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree")
    if tree is None:
        yield "no parent tree"
        return
    numbers = list(tree.Nums)
    rows = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    for element, page, _ in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                row = rows.get(int(page.StructParents), [])
                if kid >= len(row) or row[kid].objgen != element.objgen:
                    yield f"sequence {kid} leads to another element"


def figures(pdf):
    found = [(element, page) for element, page, _ in elements(pdf) if element.S == Name.Figure]
    if not found:
        yield "no figure"
    for element, page in found:
        if len(str(element.get("/Alt", "")).strip()) < 20:
            yield "a figure without a description"
        box = attribute(element, Name.Layout, "/BBox")
        if box is None:
            yield "a figure without a box"
            continue
        left, low, right, high = (float(number) for number in box)
        if not (0 <= left < right <= float(page.MediaBox[2]) and 0 <= low < high <= float(page.MediaBox[3])):
            yield "a figure's box is not on its page"


def tables(pdf):
    for element, _, above in elements(pdf):
        allowed = INSIDE.get(str(element.S))
        if allowed and (not above or above[-1] not in allowed):
            yield f"{element.S} stands in {above[-1:]}"
        if element.S == Name.TH:
            scope = attribute(element, Name.Table, "/Scope")
            if scope != (Name.Column if "/THead" in above else Name.Row):
                yield f"a table heading's scope is {scope}"
        if element.S == Name.Table:
            rows = [
                len(kids(row)) for group in kids(element) for row in ([group] if group.S == Name.TR else kids(group))
            ]
            if len(set(rows)) != 1:
                yield f"a table's rows have {rows} cells"


def lists(pdf):
    for element, _, _ in elements(pdf):
        if element.S == Name.L:
            labels = [part for item in kids(element) for part in kids(item) if part.get("/S") == Name.Lbl]
            if labels and attribute(element, Name.List, "/ListNumbering") in (None, Name("/None")):
                yield "a list with labels does not say how it is numbered"


def headings(pdf):
    levels = [int(str(element.S)[2]) for element, _, _ in elements(pdf) if re.fullmatch(r"/H[1-6]", str(element.S))]
    if levels.count(1) != 1 or levels[:1] != [1]:
        yield f"headings start with {levels[:1]}, {levels.count(1)} of the first level"
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            yield f"level {after} follows level {before}"


def links(pdf):
    tagged = [
        kid.Obj.objgen
        for element, _, _ in elements(pdf)
        if element.S == Name.Link
        for kid in kids(element)
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
    ]
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield f"page {number}: the keyboard does not follow the structure"
        for link in page.get("/Annots", []):
            if not str(link.get("/Contents", "")).strip():
                yield f"page {number}: a link without a description"
            if link.objgen not in tagged:
                yield f"page {number}: a link outside the structure"
            left, low, right, high = (float(edge) for edge in link.Rect)
            if not (left < right and low < high):
                yield f"page {number}: a link's corners are the wrong way round"


def fonts(pdf):
    found = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    if not found:
        yield "no font"
    for font in found.values():
        for inner in font.get("/DescendantFonts", [font]):
            descriptor = inner.get("/FontDescriptor", {})
            if not any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"{font.BaseFont} is not embedded"
            if inner.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in inner:
                yield f"{font.BaseFont} has no map from characters to glyphs"
        if "/ToUnicode" not in font:
            yield f"{font.BaseFont} cannot be read as text"
