import HeedVault

/// Log entry 0: the fixed parameters of one ledger, `heed-params/v1`.
/// Written once when an installation is made and never changed; encoding is canonical.
package struct LedgerParameters: Hashable, Sendable {
    /// Scheme-less URL prefix that names the log.
    package let origin: String
    /// SHA-256 of `heed/v1/instance` LF origin, 32 bytes.
    package let instance: [UInt8]
    /// Unix second at which batch 0 opens.
    package let t0: Int
    /// Seconds per batch.
    package let interval: Int
    /// Batches per cohort.
    package let cohort: Int
    /// Waiting `received` leaves at which a batch takes them before the end of their cohort.
    package let gather: Int
    /// The least number of sealed leaves in a batch; a power of two.
    package let floor: Int
    /// Age in batches at which the openings of a batch are published.
    package let disclose: Int
    /// Seconds after a batch closes within which a witness's date still keeps a promise.
    package let grace: Int

    /// - Throws: `LedgerError.badToken` for the origin, `.wrongLength` for the instance, `.outOfRange` for numbers.
    package init(
        origin: String, instance: [UInt8], t0: Int, interval: Int = 86_400, cohort: Int = 7, gather: Int = 20,
        floor: Int = 64, disclose: Int = 35, grace: Int = 86_400
    ) throws(LedgerError) {
        guard Token.isOrigin(origin) else { throw .badToken }
        guard instance.count == 32 else { throw .wrongLength }
        _ = try BatchCalendar(t0: t0, interval: interval, cohortLength: cohort)
        guard gather >= 1, (1...65_536).contains(floor), floor & (floor - 1) == 0, disclose >= 1, grace >= 0 else {
            throw .outOfRange
        }
        self.origin = origin
        self.instance = instance
        self.t0 = t0
        self.interval = interval
        self.cohort = cohort
        self.gather = gather
        self.floor = floor
        self.disclose = disclose
        self.grace = grace
    }

    /// The calendar of this ledger under the promises of the manifest in force.
    package func calendar(promises: Promises = .shipped) -> BatchCalendar {
        guard let calendar = try? BatchCalendar(t0: t0, interval: interval, cohortLength: cohort, promises: promises)
        else { preconditionFailure("the initialiser checked these numbers") }
        return calendar
    }

    /// The text of the entry, without its type byte.
    package var encoded: [UInt8] {
        let text = """
            heed-params/v1
            origin \(origin)
            instance \(Hex.encode(instance))
            t0 \(t0)
            interval \(interval)
            cohort \(cohort)
            gather \(gather)
            floor \(floor)
            disclose \(disclose)
            grace \(grace)

            """
        return Array(text.utf8)
    }

    /// - Throws: `LedgerError.malformed(.parameters)` unless the bytes are exactly what `encoded` writes.
    package init(parsing text: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(text, .parameters)
        try reader.literal("heed-params/v1")
        let origin = try reader.field("origin")
        let instanceText = try reader.field("instance")
        guard let instance = try? Hex.decode(instanceText) else { throw reader.failure }
        let parameters: LedgerParameters
        do {
            parameters = try LedgerParameters(
                origin: origin, instance: instance, t0: reader.number("t0"), interval: reader.number("interval"),
                cohort: reader.number("cohort"), gather: reader.number("gather"), floor: reader.number("floor"),
                disclose: reader.number("disclose"), grace: reader.number("grace"))
        } catch {
            throw reader.failure
        }
        try reader.end()
        self = parameters
    }
}
