package import HeedCore
import HeedSQL
import HeedStore

/// Puts a notice on every page of the public site, from its start to its end.
/// Refused unless it keeps every rule of `NoticeRules`, asked again in the transaction that publishes.
package struct PublishNotice: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: the number of the change, to see it arrive by.
    /// - Throws: `Refusal.notValid` with what is to be mended.
    package func perform(session: String, draft: NoticeDraft) async throws -> Int {
        try await desk.asSpeaker(session) { officer in
            let (rules, now, id) = (desk.settings.notices, desk.clock.now(), RecordID.random())
            return try await desk.change(.noticePublished, by: officer, at: now) { db, version in
                try Problems.refuse(rules.problems(with: draft, beside: db.bulletin(at: now), at: now))
                guard let notice = rules.notice(draft, id: id, version: version) else { throw Refusal.notValid([]) }
                try db.insert(notice)
                return (id.hex, notice.kind.rawValue)
            }
        }
    }
}
