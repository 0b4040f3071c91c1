import HeedCore
import HeedVault

/// What the pages of a partner's answer remember, sealed in the page: the code once it was typed, where one is, and what was
/// written once it has been checked.
/// As bytes: `version ‖ kind ‖ page ‖ flags ‖ code[14] ‖ i64 issued ‖ language ‖ answer's kind ‖ words`.
struct PartnerState: Sendable {
    enum Page: UInt8, Sendable {
        case code = 1
        case request = 2
        case check = 3
        case sent = 4
    }

    var page: Page = .code
    var code: PartnerCode?
    /// What is to be sent: on the page to check it, and on no other.
    var answer: PartnerAnswer?
    /// When the first page was handed out.
    var issued: Instant
    var language: String

    init(issued: Instant, language: String) {
        self.issued = issued
        self.language = language
    }

    var bytes: [UInt8] {
        var writer = StateWriter()
        writer.byte(SealedKind.version)
        writer.byte(SealedKind.partner.rawValue)
        writer.byte(page.rawValue)
        // Of one length with and without a code.
        writer.byte(code == nil ? 0 : 1)
        writer.raw(code?.bytes ?? [UInt8](repeating: 0, count: 14))
        writer.number(issued.milliseconds)
        writer.text(language)
        writer.text(answer?.kind.rawValue ?? "")
        writer.text(answer?.words.value ?? "")
        return writer.bytes
    }

    /// - Returns: nil for anything but exactly such bytes, and for a form older than a day.
    init?(_ bytes: [UInt8]?, now: Instant) {
        guard let bytes else { return nil }
        var reader = StateReader(bytes)
        guard reader.byte() == SealedKind.version, reader.byte() == SealedKind.partner.rawValue,
            let page = reader.byte().flatMap(Page.init), let flags = reader.byte(), let secret = reader.raw(14),
            let issued = reader.number(), let language = reader.text(), let kind = reader.text(),
            let words = reader.text(), reader.isAtEnd
        else { return nil }
        self.init(issued: Instant(milliseconds: issued), language: language)
        self.page = page
        if flags & 1 != 0 { code = try? PartnerCode(bytes: Array(secret)) }
        answer = PartnerAnswer.Kind(rawValue: kind).map { PartnerAnswer(kind: $0, words: words) }
        guard now - self.issued < JourneyState.life, page == .code || code != nil, page != .check || answer != nil
        else { return nil }
    }
}
