import HeedCore
import HeedLedger

extension BatchCalendar {
    /// How many batches after the current one are needed for `window` to have passed wherever in a batch it began.
    func batches(covering window: Seconds) -> Int { (Int(window) + interval - 1) / interval + 1 }
}
