import HeedCore
import HeedVault

extension LinkMark {
    init(of link: TypedLink) {
        let digest = Digest.sha256(Array("heed/v1/link".utf8) + [0] + Array(link.plain.utf8))
        self.init(value: digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

extension CaseFile {
    /// Every address that something online names, each once: those that were asked for, then those among the words of every item.
    var addresses: [TypedLink] { addresses(of: items) }

    func addresses(of items: [CaseItem]) -> [TypedLink] {
        guard kind == .online else { return [] }
        let named = items.flatMap { item in
            Links(in: (item.meta.fields["links"] ?? []).joined(separator: "\n")).all
                + Links.addresses(among: item.text.value)
        }
        var seen: Set<String> = []
        return named.filter { seen.insert($0.plain).inserted }
    }
}
