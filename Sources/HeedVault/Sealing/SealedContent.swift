/// What is inside a sealed object: metadata that only its readers see, and the words themselves.
///
/// As bytes: `u32be length of meta ‖ meta ‖ content ‖ 0x80 ‖ 0x00*`, padded as ``Padding`` says.
package struct SealedContent: Equatable, Unprintable, Sendable {
    /// JSON, UTF-8, keys sorted by bytes. Not looked into here.
    package let meta: [UInt8]
    package let content: [UInt8]

    package init(meta: [UInt8], content: [UInt8]) {
        self.meta = meta
        self.content = content
    }

    /// The padded bytes. Throws `tooLarge` for a contact that does not fit.
    package func encode(_ padding: Padding) throws(VaultError) -> [UInt8] {
        guard let metaLength = UInt32(exactly: meta.count) else { throw .tooLarge }
        let count = 4 + meta.count + content.count + 1
        let length = try padding.length(for: count)
        var out: [UInt8] = []
        out.reserveCapacity(length)
        out += metaLength.bigEndianBytes
        out += meta
        out += content
        out.append(0x80)
        out += [UInt8](repeating: 0, count: length - count)
        return out
    }

    /// Reads padded bytes; any amount of padding is accepted. Throws `malformed`.
    package init(decoding bytes: [UInt8]) throws(VaultError) {
        guard let body = Padding.strip(bytes), body.count >= 4,
            let metaLength = UInt32(bigEndianBytes: body.prefix(4)).map(Int.init), metaLength <= body.count - 4
        else { throw .malformed }
        meta = Array(body.dropFirst(4).prefix(metaLength))
        content = Array(body.dropFirst(4 + metaLength))
    }
}
