import HeedCasework
import HeedCore
import Hummingbird

extension QueueFilter {
    /// From an address: fixed words only, so that no name can get into one. What is unknown filters nothing.
    init(list: List, _ query: some Sequence<(key: Substring, value: Substring)>) {
        self.init(list: list)
        for (key, value) in query {
            let value = String(value)
            switch key {
            case "state": state = CaseState(rawValue: value)
            case "held": holder = Holder(rawValue: value)
            case "due": due = Due(rawValue: value)
            case "group": group = QueueGroup.allCases.first { $0.slug == value }
            case "each": isEach = value == "yes"
            default: break
            }
        }
    }

    /// The same filter in an address.
    var query: String {
        [
            state.map { "state=\($0.rawValue)" }, holder.map { "held=\($0.rawValue)" },
            due.map { "due=\($0.rawValue)" }, group.map { "group=\($0.slug)" },
            isEach ? "each=yes" : nil,
        ].compactMap(\.self).joined(separator: "&")
    }
}
