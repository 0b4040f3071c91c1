/// What an officer typed and did not send, sealed to that officer alone.
package struct DraftRow: Sendable {
    package var id: [UInt8]
    package var username: String
    package var thread: [UInt8]?
    package var form: String
    package var file: [UInt8]
    package var batch: Int

    package init(id: [UInt8], username: String, thread: [UInt8]?, form: String, file: [UInt8], batch: Int) {
        self.id = id
        self.username = username
        self.thread = thread
        self.form = form
        self.file = file
        self.batch = batch
    }
}
