package import HTTPTypes

/// The one cookie of a signed-in site.
///
/// With TLS it is `__Host-` and `Secure`: no other host and no plain connection can set or read it (RFC 6265bis
/// 4.1.3.2). On loopback HTTP, which only the demonstration uses, it has neither, so that plain clients can sign in.
/// Always `HttpOnly`, `SameSite=Strict`, and gone when the browser closes.
package struct SessionCookie: Sendable {
    package let name: String
    private let isSecure: Bool

    package init(_ plainName: String, isTLS: Bool) {
        name = (isTLS ? "__Host-" : "") + plainName
        isSecure = isTLS
    }

    /// The value of `Set-Cookie`. The value is ours: letters, digits, `-` and `_`.
    package func set(_ value: String) -> String {
        precondition(value.utf8.allSatisfy(Self.isToken), "a cookie's value is a token")
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    /// The value of `Set-Cookie` that takes it away.
    package var clear: String { self.set("") + "; Max-Age=0" }

    /// The value a request brings; nil when it brings none, or two that differ: then nobody can tell whose it is.
    package func read(_ headers: HTTPFields) -> String? {
        var found: Substring?
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let pair = pair.drop { $0 == " " || $0 == "\t" }
                guard pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" else { continue }
                let value = pair.dropFirst(name.count + 1)
                guard value.utf8.allSatisfy(Self.isToken), !value.isEmpty, found == nil || found == value else {
                    return nil
                }
                found = value
            }
        }
        return found.map(String.init)
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
