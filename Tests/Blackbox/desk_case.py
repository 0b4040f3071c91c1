"""A report at the desk, worked on the way officers do: by the links, forms and buttons of its pages."""

import re

from canary import word
from journey import report
from visitor import Visitor

TRIAGE = {"threat": "Somebody tries doors at night", "risk": "Low so far; may come back", "gist": "Doors tried at a yard"}
RESEARCH = {"system": "Local records", "sought": "The yard", "result": "nothing", "details": "Nothing was found"}
PROPOSAL = {"act": "Visit the yard within 48 hours", "why": "Two accounts agree; a visit is the least that settles it"}
DECISION = {"outcome": "action-taken", "why": "Visited; the owner had lost his keys", "powers": "None were needed",
            "options": "Visiting, or writing to the owner"}
NO_ACTION = {"why": "The owner has explained it, and nothing else was found"}


def new_thread(demo, officer, narrative=None, send=None):
    """Sends a report by the public site; the thread under which the desk has it."""
    before = set(officer.threads())
    (send or (lambda visitor: report(visitor, narrative or "Doors were tried, " + word())))(Visitor(demo.public))
    added = [thread for thread in officer.threads() if thread not in before]
    assert len(added) == 1, f"{len(added)} new rows on the desk"
    return added[0]


class Case:
    """One report as one officer sees it."""

    def __init__(self, officer, thread):
        self.officer, self.thread = officer, thread

    def seen_by(self, other):
        return Case(other, self.thread)

    @property
    def page(self):
        return self.officer.get(f"/report/{self.thread}")

    def offers(self, step):
        """Whether the report's page has a button or a link for the step under Next step, rather than a sentence about it."""
        page = self.page
        section = page.by_id("next")
        acts = [each for group in section.all("ul") if group.get("class") == "acts" for each in group.all("a", "form")]
        return any(re.search(f"/{step}$", act.get("href") or act.get("action") or "") for act in acts)

    def open(self, item=None):
        page = self.page
        forms = [form for form in page.dom.all("form") if form.get("action", "").endswith("/open")]
        assert forms, f"nothing to open on {page!r}: {page.main.text[:300]!r}"
        from html_page import Form
        wanted = next((form for form in map(Form, forms) if item is None or form.hidden().get("item") == str(item)), None)
        return page.submit(form=wanted)

    def press(self, step):
        """A step that is a button on the report's page."""
        page = self.page
        return page.submit(form=page.form_to("/" + step))

    def write(self, step):
        """The writing page of a step, reached by its link."""
        page = self.page
        href = next((href for _, href in page.links if href.endswith("/" + step)), None)
        assert href, f"no link to {step} on {page!r}: {page.by_id('next').text[:400]!r}"
        return self.officer.get(href, referrer=page.url)

    def take(self, step, typed):
        """A step with a writing page: the page that its answers lead to."""
        page = self.write(step)
        return page.submit(form=page.form_to("/" + step), values=typed)

    def sign(self, page, step):
        """Signs the statement that the page shows."""
        assert page.by_id("statement") is not None, f"no statement on {page!r}: {page.main.text[:400]!r}"
        return page.submit(form=page.form_to("/" + step), values=self.officer.credentials())

    def ask(self, what, typed):
        """A page that asks for a reason and a fresh proof before it shows something: `contact`, `surveys`, `print`."""
        page = self.officer.get(f"/sign-in/{self.thread}/{what}")
        return page.submit(form=page.form_to("/" + what), values=typed | self.officer.credentials())

    def timeline(self):
        return re.sub(r"^.*Timeline ", "", self.page.main.text)

    def done(self, page):
        """That the step was taken: the answer is the report's page again, without a problem."""
        assert page.status == 200 and page.url.split("#")[0].endswith(f"/report/{self.thread}"), \
            f"not done: {page!r} {page.main.text[:500]!r}"
        return page

    # The way to an authorised action, a step at a time.

    def triage(self, **typed):
        return self.done(self.take("triage", TRIAGE | typed))

    def research(self, **typed):
        return self.done(self.take("research", RESEARCH | typed))

    def propose(self, **typed):
        written = self.write("propose")
        first = next(field for field in written.form_to("/propose").controls() if field.get("name") == "research")
        statement = written.submit(form=written.form_to("/propose"),
                                   values=PROPOSAL | {"research": first.get("value")} | typed)
        return self.done(self.sign(statement, "propose"))

    def authorise(self):
        return self.done(self.sign(self.write("authorise"), "authorise"))

    def decide(self, **typed):
        return self.done(self.take("decide", DECISION | typed))
