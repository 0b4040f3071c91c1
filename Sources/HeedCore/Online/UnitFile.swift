/// What the national unit is given about something online (`Docs/formats/online-export.md`).
///
/// A list of what may go, so that nothing else can: no word of the reporter's beside the addresses that an officer picked, no
/// code, no receipt, no time finer than a day, no officer's name. Addresses are text; nothing fetches one.
package struct UnitFile: Sendable, Equatable, Codable {
    package static let format = "heed-online-export/1"
    package static let marking = "OFFICIAL-SENSITIVE"
    package static let handling =
        "For the recipient named here and the purpose stated, no further without asking the sender. Addresses lead to material that is "
        + "likely unlawful: do not open them from an ordinary network."

    package let format: String
    package let marking: String
    package let handling: String
    package let recipient: String
    package let purpose: String
    /// The desk's handle, for the answer.
    package let reference: String
    package let madeOn: String
    package let reportedOn: String
    package let assessment: Assessment
    package let links: [Link]

    package struct Assessment: Sendable, Equatable, Codable {
        package let view: String
        package let why: String
        package let assessedOn: String
        package let offences: [Offence]
    }

    package struct Offence: Sendable, Equatable, Codable {
        package let act: String
        package let section: String
    }

    package struct Link: Sendable, Equatable, Codable {
        /// As it was typed.
        package let given: String
        /// So that no program follows it.
        package let defanged: String
    }

    /// - Parameters:
    ///   - links: the addresses that the officer picked.
    ///   - assessedOn: the day of the assessment, in London.
    package init(
        recipient: String, purpose: String, reference: String, madeOn: String, reportedOn: String,
        assessment: OnlineAssessment, assessedOn: String, links: [TypedLink]
    ) {
        format = Self.format
        marking = Self.marking
        handling = Self.handling
        self.recipient = recipient
        self.purpose = purpose
        self.reference = reference
        self.madeOn = madeOn
        self.reportedOn = reportedOn
        self.assessment = Assessment(
            view: assessment.view.rawValue, why: assessment.why, assessedOn: assessedOn,
            offences: assessment.offences.map { Offence(act: $0.act, section: $0.section) })
        self.links = links.map { Link(given: $0.typed.value, defanged: $0.defanged) }
    }
}

extension OnlineAssessment.Offence {
    package var act: String {
        switch self {
        case .support, .image, .information, .forces: "Terrorism Act 2000"
        case .encouragement, .dissemination: "Terrorism Act 2006"
        }
    }

    package var section: String {
        switch self {
        case .support: "12"
        case .image: "13(1A)"
        case .information: "58"
        case .forces: "58A"
        case .encouragement: "1"
        case .dissemination: "2"
        }
    }
}
