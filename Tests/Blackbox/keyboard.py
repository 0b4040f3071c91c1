"""Somebody who uses the keys and no pointer: where Tab leads, in which order, and whether it can be seen."""

# Marks every stop of the page with its place in the document, and gives what Tab must reach: of radio buttons with one name, one.
MARK = """() => {
    const wanted = [];
    document.querySelectorAll('a[href], button, input, textarea, select, summary, video[controls]').forEach((e, place) => {
        if (e.type === 'hidden' || e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true})) return;
        e.dataset.stop = place;
        if (e.type === 'radio') {
            const group = [...document.getElementsByName(e.name)];
            if (e !== (group.find(one => one.checked) || group[0])) return;
        }
        wanted.push(place);
    });
    return wanted;
}"""

# What has the focus: its place, how it is marked, and whether any of it can be seen beside the bar at the top.
FOCUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const bar = document.querySelector('.bar'), over = bar && !bar.contains(e) ? bar.getBoundingClientRect() : {top: 1, bottom: 0};
    return {place: e.dataset.stop === undefined ? null : Number(e.dataset.stop), tag: e.localName, kind: e.type || '',
            words: (e.innerText || e.value || e.name || '').trim().slice(0, 60),
            ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none',
            seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
                && !(box.top >= over.top && box.bottom <= over.bottom)};
}"""

NAME = "places => places.map(place => document.querySelector(`[data-stop='${place}']`).outerHTML.slice(0, 120))"


def walk(page):
    """Tabs through the whole page from its top: every stop must be reached, in the document's order, and be seen. The stops."""
    wanted, stops = page.evaluate(MARK), []
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); }")
    for _ in range(len(wanted) + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here is None or stops and here["place"] == stops[0]["place"]:
            break
        if stops and here["tag"] == "video" and stops[-1]["tag"] == "video":
            continue  # Its own controls.
        assert here["ring"], f"focus cannot be seen on {here}"
        assert here["seen"], f"focus is out of sight on {here}"
        stops.append(here)
    places = [stop["place"] for stop in stops]
    assert places == sorted(places), f"Tab goes against the document's order: {stops}"
    missed = [place for place in wanted if place not in places]
    assert missed == [], f"Tab does not reach: {page.evaluate(NAME, missed)}"
    return stops
