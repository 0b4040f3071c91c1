"""What the PDF writer leaves undone for PDF/UA-1 (ISO 14289-1), done on its finished file.

- 7.1: text of page margins that no tag refers to becomes an artifact.
- 7.3: a figure's box is in the page's own units, not the style sheet's.
- 7.5: each table heading says whether it heads a column or a row.
- 7.6: each list with labels says how it is numbered.
- 7.18: a link's rectangle runs from its lower left corner to its upper right one.
"""

import pikepdf
from pikepdf import Array, Dictionary, Name

PIXEL = 0.75


def page_count(path):
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def mend(path, lang, lists):
    """`lists`: "ul" or "ol" for each list, in reading order."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        elements = list(walk(pdf.Root.StructTreeRoot))
        referred = set()
        for element, page, _ in elements:
            for kid in kids(element):
                if isinstance(kid, int):
                    referred.add((page.objgen, kid))
                elif isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
                    referred.add((kid.get("/Pg", page).objgen, int(kid.MCID)))
        for page in pdf.pages:
            set_aside(pdf, page, referred)
            for link in page.get("/Annots", []):
                left, one, right, other = (float(number) for number in link.Rect)
                link.Rect = Array([left, min(one, other), right, max(one, other)])
        for element, page, above in elements:
            attributes(element, page, above)
        tagged = [element for element, *_ in elements if element.S == "/L"]
        if len(tagged) != len(lists):
            raise SystemExit(f"{path}: {len(lists)} lists in the text, {len(tagged)} in the tags")
        for element, kind in zip(tagged, lists):
            give(element, Name.List, ListNumbering=Name.Decimal if kind == "ol" else Name.Disc)
        if str(pdf.Root.Lang) != lang:
            raise SystemExit(f"{path}: the language is not {lang}")
        # The identifier comes from what is in the file, not from a clock.
        pdf.save(
            path,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


def kids(element):
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def walk(element, page=None, above=()):
    """Every structure element with its page and the types above it, in reading order."""
    page = element.get("/Pg", page)
    if "/S" in element:
        yield element, page, above
        above = (*above, str(element.S))
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from walk(kid, page, above)


def set_aside(pdf, page, referred):
    """Turns marked content that no structure element refers to into an artifact of pagination."""
    changed = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if (
            str(operator) == "BDC"
            and "/MCID" in operands[1]
            and (page.obj.objgen, int(operands[1].MCID)) not in referred
        ):
            operands = [Name.Artifact, Dictionary(Type=Name.Pagination, Subtype=Name.Footer)]
        changed.append((operands, operator))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))


def attributes(element, page, above):
    kind = str(element.S)
    if kind == "/TH":
        give(element, Name.Table, Scope=Name.Column if "/THead" in above else Name.Row)
    elif kind == "/Figure":
        left, top, right, bottom = (float(number) * PIXEL for number in element.A.BBox)
        height = float(page.MediaBox[3])
        element.A.BBox = Array([round(number, 3) for number in (left, height - bottom, right, height - top)])


def give(element, owner, **values):
    """Sets attributes on the element's attribute object of this owner, making it where there is none."""
    held = element.get("/A")
    for one in [] if held is None else held if isinstance(held, Array) else [held]:
        if one.get("/O") == owner:
            for name, value in values.items():
                one["/" + name] = value
            return
    made = Dictionary(O=owner, **values)
    element.A = made if held is None else Array([*(held if isinstance(held, Array) else [held]), made])
