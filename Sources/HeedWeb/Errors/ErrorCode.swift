/// An error that has a short code of ours to put in the log beside its type.
/// The code is a literal: it cannot hold what a person typed.
package protocol ErrorCode: Error {
    var code: StaticString { get }
}
