import Glibc

/// Free space, as the file system counts it for programs that are not root.
package enum FreeDisk {
    /// Bytes; nil where the path cannot be asked.
    package static func bytes(at path: String) -> Int64? {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return nil }
        return Int64(
            clamping: UInt64(info.f_bavail).multipliedReportingOverflow(by: UInt64(info.f_frsize)).partialValue)
    }
}
