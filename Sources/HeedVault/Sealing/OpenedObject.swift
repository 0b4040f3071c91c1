/// What opening a ``SealedObject`` gave, with the values recomputed from the key that opened it.
package struct OpenedObject: Equatable, Unprintable, Sendable {
    /// Still padded: see ``SealedContent/init(decoding:)``.
    package let content: [UInt8]
    package let kc: [UInt8]
    package let payloadSHA256: [UInt8]

    package var envelopeDigest: [UInt8] { SealedObject.envelopeDigest(kc: kc, payloadSHA256: payloadSHA256) }
}
