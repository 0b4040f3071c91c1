import HeedCore
import HeedVault

/// A journey's state as bytes, before sealing:
/// `version ‖ kind ‖ flags ‖ step ‖ code[14] ‖ thread[16] ‖ i64 issued ‖ language ‖ u8 seen… ‖ answers ‖ receipt`.
/// Steps and questions are written by name, so that a state outlives a change of the form.
/// Text has its length, u32be, in front.
extension JourneyState {
    private enum Flag {
        static let danger: UInt8 = 1
        static let changing: UInt8 = 2
        static let trapped: UInt8 = 4
        static let renewed: UInt8 = 8
        static let asked: UInt8 = 16
        static let receipt: UInt8 = 32
    }

    /// - Parameter omitting: the page whose answers the form itself carries.
    func bytes(omitting step: JourneyStep? = nil) -> [UInt8] {
        var writer = StateWriter()
        writer.byte(SealedKind.version)
        writer.byte(SealedKind(answers.kind).rawValue)
        var flags: UInt8 = 0
        if inDanger { flags |= Flag.danger }
        if isChanging { flags |= Flag.changing }
        if isTrapped { flags |= Flag.trapped }
        if isRenewed { flags |= Flag.renewed }
        if hasAsked { flags |= Flag.asked }
        if receipt != nil { flags |= Flag.receipt }
        writer.byte(flags)
        writer.text(self.step.rawValue)
        writer.raw(code.bytes)
        writer.raw(thread.bytes)
        writer.number(issued.milliseconds)
        writer.text(language)
        writer.byte(UInt8(seen.count))
        for step in JourneyStep.allCases where seen.contains(step) { writer.text(step.rawValue) }
        let given = answers.inFormOrder.filter { $0.question.step != step }
        writer.byte(UInt8(given.count))
        for (question, values) in given {
            writer.text(question.name)
            writer.byte(UInt8(values.count))
            values.forEach { writer.text($0) }
        }
        if let receipt {
            writer.text(receipt.text)
            writer.byte(receipt.isAddition ? 1 : 0)
            writer.text(receipt.due?.iso ?? "")
            writer.text(receipt.lookAgain?.iso ?? "")
        }
        return writer.bytes
    }

    /// - Returns: nil for anything but exactly such bytes.
    init?(_ bytes: [UInt8]) {
        var reader = StateReader(bytes)
        guard reader.byte() == SealedKind.version, let kind = reader.byte().flatMap(SealedKind.init)?.report,
            let flags = reader.byte(), let step = reader.text().flatMap(JourneyStep.init),
            let secret = reader.raw(14), let code = try? ReporterCode(bytes: Array(secret)),
            let thread = reader.raw(RecordID.size).flatMap({ RecordID(bytes: Array($0)) }),
            let issued = reader.number(), let language = reader.text(), let seenCount = reader.byte()
        else { return nil }
        self.init(kind: kind, code: code, thread: thread, issued: Instant(milliseconds: issued), language: language)
        self.step = step
        inDanger = flags & Flag.danger != 0
        isChanging = flags & Flag.changing != 0
        isTrapped = flags & Flag.trapped != 0
        isRenewed = flags & Flag.renewed != 0
        hasAsked = flags & Flag.asked != 0
        for _ in 0..<seenCount {
            guard let name = reader.text() else { return nil }
            if let step = JourneyStep(rawValue: name) { seen.insert(step) }
        }
        guard let answers = Self.answers(&reader, of: kind) else { return nil }
        self.answers = answers
        if flags & Flag.receipt != 0 {
            guard let text = reader.text(), let addition = reader.byte(), let due = reader.text(),
                let lookAgain = reader.text()
            else { return nil }
            receipt = ReportReceipt(
                text: text, isAddition: addition == 1, due: CalendarDay(iso: due),
                lookAgain: CalendarDay(iso: lookAgain))
        }
        guard reader.isAtEnd else { return nil }
    }

    private static func answers(_ reader: inout StateReader, of kind: ReportKind) -> Answers? {
        guard let count = reader.byte() else { return nil }
        var given: [String: [String]] = [:]
        for _ in 0..<count {
            guard let name = reader.text(), let valueCount = reader.byte() else { return nil }
            for _ in 0..<valueCount {
                guard let value = reader.text() else { return nil }
                given[name, default: []].append(value)
            }
        }
        var answers = Answers(kind)
        // Step by step, as pages give them: what the form no longer asks falls away.
        for step in JourneyStep.allCases { answers.take(from: step) { given[$0] ?? [] } }
        return answers
    }
}
