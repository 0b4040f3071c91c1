package import HeedSQL

/// What must hold for the form to be open.
extension Connection {
    /// Turns a bit over: the least that a commit must write. Says nothing of when or how often.
    package func beat() throws(SQLError) {
        try execute(
            """
            INSERT INTO heartbeat (name, beat) VALUES ('form', 0)
            ON CONFLICT (name) DO UPDATE SET beat = 1 - heartbeat.beat
            """)
    }

    /// The certificates of active officers to whom a compartment's key of this epoch was sealed.
    package func keyHolders(
        of compartment: String, epoch: Int
    ) throws(SQLError) -> [(certificate: [UInt8], note: String)] {
        let rows = try fetch(
            """
            SELECT certificate.certificate_hash, certificate.note
            FROM compartment_key
            JOIN certificate ON certificate.certificate_hash = compartment_key.certificate_hash
            JOIN officer ON officer.certificate_hash = certificate.certificate_hash
            WHERE compartment_key.compartment = \(compartment) AND compartment_key.epoch = \(epoch)
                AND certificate.revoked = 0 AND officer.active = 1
            ORDER BY certificate.certificate_hash
            """)
        var holders: [(certificate: [UInt8], note: String)] = []
        for row in rows { holders.append((try row["certificate_hash"], try row["note"])) }
        return holders
    }
}
