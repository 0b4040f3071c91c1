import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The page of one change of people: whom it is about, exactly what it will do, and the proof that the administrator is there.
struct StaffForm: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    /// What is said about a form that came back.
    private struct Said {
        var problems: [FieldProblem] = []
        var notices: [String] = []
        var status = HTTPResponse.Status.ok
    }

    func show(_ change: StaffChange, _ visit: Visit, _ request: Request) async throws -> Response {
        let who = request.uri.queryParameters["who"].map { [(name: "who", value: String($0))] } ?? []
        return try await page(change, visit, FormBody(who), request, Said())
    }

    /// The page with what was typed before the session locked.
    func restore(
        _ change: StaffChange, _ visit: Visit, _ form: FormBody, _ notice: String, _ request: Request
    ) async throws -> Response {
        try await page(change, visit, form, request, Said(notices: [notice], status: .unprocessableContent))
    }

    func send(_ change: StaffChange, _ visit: Visit, _ form: FormBody, _ request: Request) async throws -> Response {
        let (session, username) = (visit.session, form.first("who") ?? "")
        do {
            if change.isOfSomebody, username.isEmpty {
                throw Refusal.notValid([FieldProblem(field: "who", key: "problem.who.empty")])
            }
            let proof = Credentialed(form, request, workstation).proof
            guard let ask = try change.ask(form, of: username) else {
                try await Deactivate(desk).perform(
                    session: session, username: username, reason: form.text("reason") ?? "", proof: proof)
                return Response.seeOther(StaffList.path)
            }
            guard let code = try await AskStaffChange(desk).perform(session: session, ask: ask, proof: proof) else {
                return Response.seeOther(StaffList.path)
            }
            return try await handOver(code, to: change == .add ? form.first("username") ?? "" : username, visit)
        } catch let refusal as Refusal {
            guard let said = try said(refusal) else { throw refusal }
            return try await page(change, visit, form, request, said)
        }
    }

    /// What a refusal says on the page itself; nil for one that has a page of its own.
    private func said(_ refusal: Refusal) throws -> Said? {
        switch refusal {
        case .notValid(let problems): Said(problems: problems, status: .unprocessableContent)
        case .notNow(let reason): Said(notices: [speech.reason(reason)], status: .conflict)
        case .notAllowed(.cannotUnlock):
            Said(problems: [Credentialed.problem], status: .unprocessableContent)
        case .tooMany: Said(notices: [speech.text("desk-sign.busy")], status: .serviceUnavailable)
        default: nil
        }
    }

    private func page(
        _ change: StaffChange, _ visit: Visit, _ form: FormBody, _ request: Request, _ said: Said
    ) async throws -> Response {
        let people = try await StaffBook(desk).entries(session: visit.session).filter(\.isActive)
        let words = "desk-staff.\(change.rawValue)"
        let who = people.first { $0.username == form.first("who") }
        var model = PageModel(title: speech.text("desk.title", ["topic": speech.text(words + ".title")]))
        model["heading"] = speech.text(words + ".title")
        model["lead"] = speech.text(words + ".lead")
        model["does"] = TextView.lines(speech.text(words + ".does"))
        model["button"] = speech.text(words + ".button")
        model["action"] = change.path
        model["at"] = change.path
        model["holdsText"] = true
        model["isRemembered"] = workstation.read(request.headers) != nil
        model["hasWho"] = who != nil
        model["who"] = who?.username ?? ""
        model["whoLine"] = who.map(line) ?? ""
        model["isRegistrar"] = who?.isRegistrar == true && change == .again
        let views = said.problems.map(speech.problem)
        let choosing = Editor.Field(name: "who", control: .choice([]), isRequired: true)
        let fields = (change.isOfSomebody && who == nil ? [choosing] : []) + change.fields
        model["fields"] = fields.map { field in
            EditorField(
                field, choices: choices(field, people), given: form.text(field.name).map { [$0] } ?? [],
                problem: views.first { $0.field == field.name }?.text, speech, words: "desk-staff-field")
        }
        model.note(views, said.notices)
        return try await pages.page("staff-form", model, for: visit, at: StaffList.path, status: said.status).response
    }

    private func line(_ person: StaffBook.Entry) -> String {
        speech.text(
            "desk-staff.who",
            [
                "name": InertText.shown(person.name), "username": person.username, "person": person.person,
                "role": StaffWords(speech).role(person.role, person.permissions),
            ])
    }

    private func choices(_ field: Editor.Field, _ people: [StaffBook.Entry]) -> [EditorField.Choice] {
        if field.name == "who" { return people.map { EditorField.Choice(value: $0.username, label: line($0)) } }
        guard case .choice(let values) = field.control else { return [] }
        guard field.name == "role" else {
            return values.map {
                EditorField.Choice(value: $0, label: speech.text("desk-staff-option.\(field.name).\($0)"))
            }
        }
        return values.compactMap(Role.init(rawValue:)).map {
            EditorField.Choice(value: $0.rawValue, label: speech.role($0))
        }
    }

    /// The enrolment code, on the one page that shows it.
    private func handOver(_ code: String, to username: String, _ visit: Visit) async throws -> Response {
        var model = PageModel(title: speech.title("desk-staff.topic"))
        model["username"] = username
        model["codeGroups"] = code.split(separator: "-").map { TextView(String($0)) }
        return try await pages.page("staff-code", model, for: visit, at: StaffList.path).response
    }

    static var spoken: [String] {
        var keys: [String] = ["desk-staff.topic", "desk-staff.who"]
        for change in StaffChange.allCases {
            for part in ["title", "lead", "does", "button"] { keys.append("desk-staff.\(change.rawValue).\(part)") }
            for field in change.fields {
                keys.append("desk-staff-field.\(field.name).label")
                guard case .choice(let values) = field.control, field.name != "role" else { continue }
                keys += values.map { "desk-staff-option.\(field.name).\($0)" }
            }
        }
        let problems: [String] = [
            "who.empty", "role.empty", "username.form", "person.form", "name.form", "username.taken", "survey.role",
        ]
        keys += ["desk-staff-field.who.label"] + problems.map { "desk-problem." + $0 }
        return keys + ["same-role", "last-administrator", "change-waits"].map { "desk-refusal." + $0 }
    }
}

extension TextView {
    /// The sentences of a text that stand in lines of their own.
    static func lines(_ text: String) -> [TextView] {
        text.split(separator: "\n").map { TextView(String($0)) }
    }
}
