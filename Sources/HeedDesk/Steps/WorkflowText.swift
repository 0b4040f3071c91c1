package import HeedContent
package import HeedCore

/// The workflow of one kind of report in words, as it could be read aloud, and as a picture.
/// Made from the table that decides, with the words that the desk shows: there is no second copy of a rule to grow old.
package struct WorkflowText: Sendable {
    private let kind: ReportKind
    private let speech: Speech
    private let table: WorkflowTable
    private let clocks: ForceClocks
    private let messages: MessageRules

    /// - Parameters:
    ///   - words: those of the desk.
    ///   - clocks: those of a force; as they come where none is named.
    package init(
        _ kind: ReportKind, words: Words, clocks: ForceClocks = .declared, messages: MessageRules = MessageRules()
    ) {
        self.kind = kind
        self.clocks = clocks
        self.messages = messages
        speech = Speech(words: words)
        table = kind.workflow
    }

    /// Markdown: the states, each step with who takes it, from where, what must come first and what is recorded, and the
    /// clocks.
    package var text: String {
        """
        # \(speech.text("desk-kind.\(kind.rawValue)"))

        A report of this kind is sealed to *\(kind.compartment.rawValue)*; how to reach whoever sent it, to \
        *\(kind.contactCompartment.rawValue)*.

        ## States

        \(states.map { "- \(speech.state($0))\(note($0))" }.joined(separator: "\n"))

        ## Steps

        \(table.rules.map(paragraph).joined(separator: "\n\n"))

        ## Clocks

        \(clocks.rules(for: kind).map(line).joined(separator: "\n"))

        \(messaging)

        """
    }

    /// The same as a graph for Graphviz (`dot -Tsvg`). Steps that lead nowhere else are left out.
    package var picture: String {
        let edges = table.rules.flatMap { rule -> [String] in
            guard case .state(let target) = rule.to else { return [] }
            let second = rule.needs.contains(.anotherPerson) ? ", style=bold" : ""
            return CaseState.allCases.filter(rule.from.contains).map {
                "  \(quoted($0)) -> \(quoted(target)) [label=\"\(speech.act(rule.verb, kind))\"\(second)];"
            }
        }
        let nodes = states.map { "  \(quoted($0))\($0.isOpen ? "" : " [peripheries=2]");" }
        return (["digraph \"\(kind.rawValue)\" {", "  rankdir=LR; node [shape=box];"] + nodes + edges + ["}", ""])
            .joined(separator: "\n")
    }

    private var states: [CaseState] {
        let working = table.working.map(\.state)
        let reached = Set(table.rules.flatMap(\.from) + working)
        return CaseState.allCases.filter(reached.contains)
    }

    private func note(_ state: CaseState) -> String {
        if let need = table.working.first(where: { $0.state == state })?.need {
            return ", once there is \(speech.text("desk-need.\(need.rawValue)"))"
        }
        return table.resting.contains(state) ? ", whatever more is found out" : ""
    }

    private func paragraph(_ rule: StepRule) -> String {
        var lines = [
            "**\(speech.act(rule.verb, kind))**",
            "by: " + rule.roles.map(speech.role).sorted().joined(separator: ", "),
            "from: " + CaseState.allCases.filter(rule.from.contains).map(speech.state).joined(separator: "; "),
        ]
        switch rule.to {
        case .stay: break
        case .state(let target): lines.append("leads to: \(speech.state(target))")
        case .resume: lines.append("leads to: the furthest state that what is recorded supports")
        }
        if !rule.needs.isEmpty {
            lines.append("needs: " + rule.needs.map { speech.text("desk-need.\($0.rawValue)") }.joined(separator: "; "))
        }
        if !rule.records.isEmpty {
            let fields = rule.records.map {
                speech.text("desk-field.\($0.name).label") + ($0.isRequired ? "" : " (may be left out)")
            }
            lines.append("records: " + fields.joined(separator: "; "))
        }
        if rule.signature == .grave { lines.append("signed with a key unlocked for this one signature") }
        if let option = rule.option {
            lines.append("only where the force has turned it on: `\(option.rawValue)`, off as it comes")
        }
        if rule.decides { lines.append("decides everything that was opened") }
        return lines.joined(separator: "  \n")
    }

    private func line(_ rule: ClockRule) -> String {
        let urgent = rule.urgentLimit == rule.limit ? "" : "; urgent: \(length(rule.urgentLimit))"
        let key = "`clocks.\(ForceClocks.key(of: rule.name, kind))`"
        let whose = rule.act.map { "set by law: \($0)" } ?? key
        return "- \(speech.text("desk-clock.\(rule.name.rawValue)")): \(length(rule.limit))\(urgent) (\(whose))"
    }

    private var messaging: String {
        """
        Messages to the reporter: for \(length(.seconds(messages.openFor))) (`messages.open-for`); rounds without a second \
        person: \(messages.freeRounds) (`messages.free-rounds`); the source unit looks after \(messages.mostRounds) \
        (`messages.most-rounds`).
        """
    }

    private func length(_ limit: TimeLimit) -> String {
        switch limit {
        case .seconds(let seconds): speech.amount(Remaining(seconds: seconds))
        case .workingDays(0, _): "by midnight of the day"
        case .workingDays(let days, let law): "\(days) working days (\(law.rawValue))"
        }
    }

    private func quoted(_ state: CaseState) -> String { "\"\(speech.state(state))\"" }
}
