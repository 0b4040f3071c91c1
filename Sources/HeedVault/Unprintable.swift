/// A value that holds a secret and never shows it.
///
/// Interpolating, printing, dumping or reflecting a conforming value gives its type's name and nothing else.
package protocol Unprintable: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unprintable {
    package var description: String { "\(Self.self)(not shown)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
