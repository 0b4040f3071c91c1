/// What a browser says it can read (RFC 9110 12.5.3): a weight from 0 to 1000 for each coding that we have.
///
/// Read in one pass over the bytes, without allocating: every answer from memory asks.
struct AcceptEncoding {
    enum Coding { case identity, gzip, brotli }

    private var gzip: Int?
    private var brotli: Int?
    private var identity: Int?
    private var others: Int?

    init(_ field: String?) {
        guard var field else { return }
        field.withUTF8 { bytes in
            var start = bytes.startIndex
            while start < bytes.endIndex {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.endIndex
                take(bytes[start..<end])
                start = end + 1
            }
        }
    }

    /// The coding to answer in. Ties go to the smaller. With nothing acceptable the page is sent as it is: the telephone
    /// numbers matter more than the rule, and the rule allows it (RFC 9110 12.5.1 says so for negotiation at large).
    var best: Coding {
        let plain = identity ?? others ?? 1
        let (brotli, gzip) = (brotli ?? others ?? 0, gzip ?? others ?? 0)
        if brotli > 0, brotli >= gzip, brotli >= plain { return .brotli }
        if gzip > 0, gzip >= plain { return .gzip }
        return .identity
    }

    /// Order of preference where the best one is not at hand.
    func best(hasGzip: Bool, hasBrotli: Bool) -> Coding {
        var offer = self
        if !hasGzip { offer.gzip = 0 }
        if !hasBrotli { offer.brotli = 0 }
        return offer.best
    }

    private mutating func take(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
        let semicolon = part.firstIndex(of: UInt8(ascii: ";")) ?? part.endIndex
        let name = Self.trimmed(part[..<semicolon])
        guard let weight = semicolon == part.endIndex ? 1_000 : Self.weight(part[(semicolon + 1)...]) else { return }
        switch name.count {
        case 1 where name.first == UInt8(ascii: "*"): others = weight
        case 2 where Self.isSame(name, "br"): brotli = weight
        case 4 where Self.isSame(name, "gzip"), 6 where Self.isSame(name, "x-gzip"): gzip = weight
        case 8 where Self.isSame(name, "identity"): identity = weight
        default: break
        }
    }

    /// `q=0.5` in thousandths; nil for what is no weight: then the coding counts as not named.
    private static func weight(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let text = trimmed(text)
        guard text.count >= 3, text.count <= 7, text.first.map({ $0 | 0x20 }) == UInt8(ascii: "q"),
            text[text.startIndex + 1] == UInt8(ascii: "=")
        else { return nil }
        let digits = text.dropFirst(2)
        guard let first = digits.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1") else { return nil }
        var weight = Int(first - UInt8(ascii: "0")) * 1_000
        var unit = 100
        for (index, byte) in digits.dropFirst().enumerated() {
            if index == 0 {
                guard byte == UInt8(ascii: ".") else { return nil }
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            weight += Int(byte - UInt8(ascii: "0")) * unit
            unit /= 10
        }
        return weight <= 1_000 ? weight : nil
    }

    private static func trimmed(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var part = part
        while let first = part.first, first == 0x20 || first == 0x09 { part = part.dropFirst() }
        while let last = part.last, last == 0x20 || last == 0x09 { part = part.dropLast() }
        return part
    }

    private static func isSame(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { wanted in
            part.elementsEqual(wanted) { $0 == $1 || $0 | 0x20 == $1 && $0 >= UInt8(ascii: "A") }
        }
    }
}
