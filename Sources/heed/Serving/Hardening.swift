import CHardening
import Foundation

/// Keeps what is in memory in memory: no core dump, no reading by other processes, no swap.
enum Hardening {
    /// What could not be had.
    struct Weakness: Sendable {
        let refusal: StartRefusal
    }

    /// Applies all of it and says what could not be had: nothing, on a machine fit to serve.
    static func apply() -> [Weakness] {
        var weaknesses: [Weakness] = []
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        if setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) != 0 {
            weaknesses.append(Weakness(refusal: .coreDumps))
        }
        if heed_set_not_dumpable() != 0 || heed_is_dumpable() != 0 { weaknesses.append(Weakness(refusal: .dumpable)) }
        // Locking what is touched, not what is mapped: thread stacks would cost hundreds of megabytes otherwise.
        let lockWhenTouched: Int32 = 4
        if isSwapOn, mlockall(Int32(MCL_CURRENT) | Int32(MCL_FUTURE) | lockWhenTouched) != 0 {
            weaknesses.append(Weakness(refusal: .swap))
        }
        return weaknesses
    }

    /// Whether the machine has any swap in use. Unknown counts as yes.
    static var isSwapOn: Bool {
        guard let table = try? String(contentsOfFile: "/proc/swaps", encoding: .utf8) else { return true }
        // The first line is the heading.
        return table.split(separator: "\n").count > 1
    }
}
