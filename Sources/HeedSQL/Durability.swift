/// What the engine says about surviving a power cut, read back from it.
/// `isFull` is true only if a returned COMMIT is on the disk; `detail` names the settings that were read.
package struct Durability: Sendable, Equatable {
    package let isFull: Bool
    package let detail: String
}
