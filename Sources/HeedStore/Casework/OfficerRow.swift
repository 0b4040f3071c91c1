package import HeedSQL

/// An officer's account: the certificate in force, two sealed key files, and what sign-in needs to remember.
package struct OfficerRow: Sendable {
    package var username: String
    package var certificate: [UInt8]
    package var routineFile: [UInt8]
    package var graveFile: [UInt8]
    /// The last one-time code step that was used; no step at or before it is accepted again.
    package var lastTOTPStep: Int
    package var failures: Int
    package var isActive: Bool

    package init(
        username: String, certificate: [UInt8], routineFile: [UInt8], graveFile: [UInt8], lastTOTPStep: Int = 0,
        failures: Int = 0, isActive: Bool = true
    ) {
        self.username = username
        self.certificate = certificate
        self.routineFile = routineFile
        self.graveFile = graveFile
        self.lastTOTPStep = lastTOTPStep
        self.failures = failures
        self.isActive = isActive
    }

    package init(_ row: Row) throws(SQLError) {
        username = try row["username"]
        certificate = try row["certificate_hash"]
        routineFile = try row["routine_file"]
        graveFile = try row["grave_file"]
        lastTOTPStep = try row["last_totp_step"]
        failures = try row["failures"]
        isActive = try row["active"]
    }
}
