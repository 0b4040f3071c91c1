/// A receipt key and the batches in which it may sign.
package struct ReceiptKey: Hashable, Sendable {
    package let verifier: NoteVerifier
    package let valid: BatchRange

    package init(verifier: NoteVerifier, valid: BatchRange) {
        self.verifier = verifier
        self.valid = valid
    }
}
