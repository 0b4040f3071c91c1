import HeedVault

extension OfficerCertificate {
    /// The text that registrars sign.
    package var text: [UInt8] {
        var text = """
            \(origin)/officer
            heed-officer/v1
            username \(username)
            person \(person)

            """
        if let name { text += "name \(name)\n" }
        for role in roles { text += "role \(role.text)\n" }
        for compartment in compartments { text += "compartment \(compartment)\n" }
        text += """
            recipient \(recipient.text)
            routine \(base64(routineKey.bytes))
            grave \(base64(graveKey.bytes))
            valid \(valid.text)

            """
        return Array(text.utf8)
    }

    /// Reads a text without trusting it.
    /// - Throws: `LedgerError.malformed(.certificate)` unless it is exactly what `text` writes.
    package init(parsing text: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(text, .certificate)
        let origin = try reader.title("officer", version: "heed-officer/v1")
        let username = try reader.field("username")
        let person = try reader.field("person")
        let name = reader.optionalField("name")
        var roles: [OfficerRole] = []
        while let field = reader.optionalField("role") {
            guard let role = OfficerRole(field) else { throw reader.failure }
            roles.append(role)
        }
        var compartments: [String] = []
        while let field = reader.optionalField("compartment") { compartments.append(field) }
        let recipient = try reader.recipient(from: reader.field("recipient"))
        let routine = try reader.bytes("routine", count: VerifyKey.size)
        let grave = try reader.bytes("grave", count: VerifyKey.size)
        let valid = try reader.words(reader.field("valid"), count: 2)
        try reader.end()
        guard let routineKey = try? VerifyKey(routine), let graveKey = try? VerifyKey(grave),
            let range = BatchRange(valid[0], valid[1]),
            let certificate = try? OfficerCertificate(
                origin: origin, username: username, person: person, name: name, roles: roles,
                compartments: compartments, recipient: recipient, routineKey: routineKey, graveKey: graveKey,
                valid: range),
            // Settles order and spelling: what is read is what would be written.
            certificate.text == text
        else { throw reader.failure }
        self = certificate
    }
}
