/// A value that must not be printed: the citizen's words, a code, a passphrase.
/// Its description is a constant, so that interpolating it into a log line or an error shows nothing.
package struct Redacted<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    package let value: Value
    package init(_ value: Value) { self.value = value }
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension Redacted: Equatable where Value: Equatable {}
