/// One value of a row or a binding: what both engines can store.
/// Integers are 64-bit signed, text is UTF-8 without U+0000, blobs are any bytes; nothing else crosses the driver.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}
