/// A part of the United Kingdom with bank holidays of its own.
/// Banking and Financial Dealings Act 1971, Schedule 1, names these three.
package enum Nation: String, CaseIterable, Sendable, Codable {
    case englandAndWales = "england-and-wales"
    case scotland
    case northernIreland = "northern-ireland"
}
