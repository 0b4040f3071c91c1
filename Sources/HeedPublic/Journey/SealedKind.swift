/// Which kind of form a sealed state belongs to: the byte after the version. One kind never opens as another.
enum SealedKind: UInt8 {
    case report = 1
    case mailbox = 2
    case feedback = 3

    static let version: UInt8 = 1
}
