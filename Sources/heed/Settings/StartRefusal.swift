/// Why the program will not start, and what to do about it.
/// Unsafe to start means refuse to start: every case says its remedy.
enum StartRefusal: Error, CustomStringConvertible {
    case notAnInstallation(String)
    case notEmpty(String)
    case missing(String)
    case cannotWrite(String)
    case openToOthers(String)
    case weakScrypt(Int)
    case coreDumps
    case dumpable
    case swap
    case sharedHost(String)
    case demonstrationData
    case runDirectory(String)
    case other(String, remedy: String)

    var description: String {
        let (reason, remedy) = parts
        return "refusing to start: \(reason).\nwhat to do: \(remedy)."
    }

    private var parts: (String, String) {
        switch self {
        case .notAnInstallation(let path):
            ("\(path) holds no installation", "make one with `heed init --data \(path)`, or name the right folder")
        case .notEmpty(let path):
            ("\(path) is not empty, and an installation is never written over", "name a new folder")
        case .missing(let path):
            ("\(path) cannot be read", "put the file back from the installation's ceremony or backup")
        case .cannotWrite(let path): ("\(path) cannot be written", "check the disk, and that this user owns the folder")
        case .openToOthers(let path): ("\(path) can be read by other users", "run `chmod -R go-rwx \(path)`")
        case .weakScrypt(let cost):
            ("passphrases would cost only 2^\(cost)", "remove security.scrypt-log-n, or set it to 17 or more")
        case .coreDumps: ("core dumps cannot be switched off", "set `LimitCORE=0`, or run `ulimit -c 0` first")
        case .dumpable: ("other processes could read this one's memory", "run on a kernel that honours PR_SET_DUMPABLE")
        case .swap:
            (
                "memory cannot be locked and swap is on, so words of a report could reach a disk",
                "run `swapoff -a`, or allow locking with `LimitMEMLOCK=infinity` (`ulimit -l unlimited`)"
            )
        case .sharedHost(let host):
            (
                "both sites use the host name \(host), and cookies cross ports",
                "give the desk a host name of its own in desk.url"
            )
        case .demonstrationData:
            ("this folder holds a demonstration", "make a real installation with `heed init` in another folder")
        case .runDirectory(let path):
            (
                "\(path) is not a folder in memory that only this user can use",
                "set run.directory to one, such as /run/heed"
            )
        case .other(let reason, let remedy): (reason, remedy)
        }
    }
}
