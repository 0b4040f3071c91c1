import HeedCore
import HeedKeyring
import HeedStore
import HeedVault

/// Makes a report's queue card from what its file says, with no word of the reporter's.
enum CardMaker {
    static func card(of file: CaseFile, facts: CaseFacts, times: CaseTimes, gist: CaseGist) -> Card {
        Card(
            kind: file.kind, state: facts.state, times: times, cues: file.cues,
            signs: Set(file.report.fields[file.kind.form.gist] ?? []),
            language: file.report.language, length: Card.Length(bytes: file.items[0].text.value.utf8.count),
            lane: Set(file.report.signals), isSetAside: facts.isSetAside, holder: facts.holder,
            unopenedItems: facts.unopened.count { $0 > 0 }, waitingPerson: facts.waitingPerson, gist: gist.text,
            priority: gist.priority, likeness: likeness(of: file),
            links: file.addresses.prefix(LinkMark.most).map { LinkMark(of: $0) })
    }

    /// Of the report alone: a follow-up takes it out of any fold.
    static func likeness(of file: CaseFile) -> Likeness {
        Likeness(
            of: file.report.fields.merging(["narrative": [file.items[0].text.value]]) { $1 }, in: file.kind.form)
    }

    static func card(of file: CaseFile) -> Card {
        card(of: file, facts: file.facts, times: file.times, gist: file.gist)
    }

    /// - Parameter version: the version of the thread row that the card describes.
    static func row(_ card: Card, of file: CaseFile, version: Int, officer: UnlockedOfficer) throws -> ExtractRow {
        let thread = file.rows.thread
        guard let key = officer.key(of: thread.compartment, epoch: thread.epoch)?.extractKey else {
            throw Refusal.notFound
        }
        return ExtractRow(
            thread: thread.id, compartment: thread.compartment, epoch: thread.epoch, version: version,
            box: try ExtractBox.seal(
                CardCodec.encode(card), key: key, thread: thread.id, version: UInt32(truncatingIfNeeded: version)))
    }
}
