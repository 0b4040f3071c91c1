/// The content of a contact object: how to reach a reporter and what could point to them. Sealed to `source`.
/// Every report has one, of one size, so that having one says nothing.
package struct ContactRecord: Sendable, Equatable, Codable {
    package var v = 1
    package var thread: RecordID
    package var fields: [String: [String]]

    package init(thread: RecordID, fields: [String: [String]]) {
        self.thread = thread
        self.fields = fields
    }
}
