import HeedVault

extension Manifest {
    /// The text that roots sign.
    package var text: [UInt8] {
        var text = """
            \(origin)/manifest
            heed-manifest/v1
            version \(version)
            previous \(previous.map(base64) ?? "none")
            expires \(expires)

            """
        for key in compartments { text += "compartment \(key.compartment) \(key.epoch) \(key.recipient.text)\n" }
        text += "recovery \(recovery.epoch) \(recovery.recipient.text)\n"
        for key in receiptKeys { text += "receipt-key \(key.valid.text) \(key.verifier.vkey)\n" }
        text += "log-key \(logKey?.vkey ?? "none")\n"
        for registrar in registrars { text += "registrar \(registrar.person) \(registrar.verifier.vkey)\n" }
        text += "promise \(promises.text)\n"
        for revocation in revoked { text += "revoked \(base64(revocation.certificate)) \(revocation.from)\n" }
        return Array(text.utf8)
    }

    /// Reads a text without trusting it.
    /// - Throws: `LedgerError.malformed(.manifest)` unless it is exactly what `text` writes.
    package init(parsing text: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(text, .manifest)
        let manifest: Manifest
        do {
            manifest = try Self.read(&reader)
        } catch {
            throw reader.failure
        }
        guard manifest.text == text else { throw reader.failure }
        self = manifest
    }

    private static func read(_ reader: inout LineReader) throws(LedgerError) -> Manifest {
        let origin = try reader.title("manifest", version: "heed-manifest/v1")
        let version = try reader.number("version")
        let previousText = try reader.field("previous")
        let previous = previousText == "none" ? nil : try reader.bytes(from: previousText, count: 32)
        guard let expires = try UTCDate(reader.field("expires")) else { throw reader.failure }
        var compartments: [CompartmentEpoch] = []
        while let field = reader.optionalField("compartment") {
            let words = try reader.words(field, count: 3)
            compartments.append(
                try CompartmentEpoch(
                    compartment: words[0], epoch: reader.number(from: words[1]),
                    recipient: reader.recipient(from: words[2])))
        }
        let recovery = try reader.words(reader.field("recovery"), count: 2)
        var receiptKeys: [ReceiptKey] = []
        while let field = reader.optionalField("receipt-key") {
            let words = try reader.words(field, count: 3)
            guard let valid = BatchRange(words[0], words[1]) else { throw reader.failure }
            receiptKeys.append(ReceiptKey(verifier: try NoteVerifier(vkey: words[2]), valid: valid))
        }
        let logText = try reader.field("log-key")
        let logKey = logText == "none" ? nil : try NoteVerifier(vkey: logText)
        var registrars: [Registrar] = []
        while let field = reader.optionalField("registrar") {
            let words = try reader.words(field, count: 2)
            registrars.append(
                try Registrar(origin: origin, person: words[0], key: NoteVerifier(vkey: words[1]).key))
        }
        guard let promises = try Promises(reader.field("promise")) else { throw reader.failure }
        var revoked: [Revocation] = []
        while let field = reader.optionalField("revoked") {
            let words = try reader.words(field, count: 2)
            revoked.append(
                try Revocation(
                    certificate: reader.bytes(from: words[0], count: 32), from: reader.number(from: words[1])))
        }
        try reader.end()
        return try Manifest(
            origin: origin, version: version, previous: previous, expires: expires, compartments: compartments,
            recovery: RecoveryEpoch(
                epoch: reader.number(from: recovery[0]), recipient: reader.recipient(from: recovery[1])),
            receiptKeys: receiptKeys, logKey: logKey, registrars: registrars, promises: promises, revoked: revoked)
    }
}
