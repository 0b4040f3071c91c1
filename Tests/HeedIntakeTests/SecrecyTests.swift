import FoundationEssentials
import HeedCore
import HeedIntake
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("What a seized database says")
struct SecrecyTests {
    @Test(
        "no words, contact, code, key or exact time are in any column, raw, in hexadecimal or in base 64",
        arguments: Engine.available)
    func everyColumn(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission(
                "MARKERNARRATIVE by the mill",
                [
                    "reach": ["MARKERREACH 07700 900123"], "reach_name": ["MARKERNAME"], "contact": ["details"],
                    "who": ["MARKERWHO"], "where": ["MARKERWHERE"],
                ])
            let answer = try await site.submit(sent)
            try await site.add("MARKERFOLLOW it was a Thursday", sent.code)
            let secrets = ReporterSecrets(code: sent.code, instance: site.keys.instance)
            var markers: [(String, [UInt8])] =
                ["MARKERNARRATIVE", "MARKERREACH", "MARKERNAME", "MARKERWHO", "MARKERWHERE", "MARKERFOLLOW"]
                .map { ($0, Array($0.utf8)) }
            markers += [
                ("code bytes", sent.code.bytes), ("code symbols", Array(sent.code.symbols.utf8)),
                ("grouped code", Array(sent.code.grouped.utf8)), ("ledger key", secrets.ledgerKey),
                ("idem key", secrets.idemKey), ("reply seed", try secrets.replyIdentity.secretSeed),
                ("follow-up seed", try secrets.followUpSigningSeed.secretSeed),
                ("receipt", Array(answer.receipt.utf8)),
                ("content digest", CanonicalContent(sent.answers).sha256),
            ]
            // A thread id is beside its tag and nowhere beside a leaf.
            try await site.eachValue { table, column, value in
                let found = Self.find(markers, in: value)
                #expect(found == nil, "\(found ?? "") in \(table).\(column)")
                if table == "pending_leaf" {
                    #expect(Self.find([("thread", sent.thread.bytes), ("tag", secrets.threadTag)], in: value) == nil)
                }
                if case .integer(let number) = value { #expect(number < 1_000 || number == .max, "\(table).\(column)") }
            }
            #expect(!site.log.lines.contains { $0.contains("MARKER") || $0.contains(sent.code.symbols) })
        }
    }

    @Test("the search would find a marker that is there, in each spelling")
    func searchWorks() {
        let marker = [("m", Array("MARKER".utf8))]
        #expect(Self.find(marker, in: .text("a MARKER")) == "m")
        #expect(Self.find(marker, in: .text("xx4d41524b4552")) == "m")
        for before in ["", "x", "xy"] {
            let text = Base64.standard.encode(Array("\(before)MARKER and more".utf8))
            #expect(Self.find(marker, in: .text(text)) == "m")
        }
        #expect(Self.find(marker, in: .blob([1, 2] + Array("MARKER".utf8))) == "m")
        #expect(Self.find(marker, in: .text("MARKE")) == nil)
    }

    @Test("the files of a store hold none of the words either")
    func files() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = try place.open()
            try await Migrations().apply(to: database)
            let site = try Site(database)
            let sent = site.submission("MARKERNARRATIVE by the mill")
            _ = try await site.submit(sent)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.name) {
                let bytes = try #require(FileManager.default.contents(atPath: place.name + "/" + name))
                #expect(
                    Self.find(
                        [("words", Array("MARKERNARRATIVE".utf8)), ("code", Array(sent.code.symbols.utf8))],
                        in: .blob([UInt8](bytes))) == nil, "\(name)")
            }
            await database.close()
        }
    }

    @Test("what carries a code or words never prints them")
    func unprintable() throws {
        let sent = Submission(
            code: .issue(), thread: .random(), answers: Answers(.activity), inDanger: false, language: "en")
        for text in ["\(sent)", String(describing: sent), String(reflecting: sent)] {
            #expect(!text.contains(sent.code.symbols))
        }
    }

    private static func find(_ markers: [(String, [UInt8])], in value: SQLValue) -> String? {
        let bytes: [UInt8]
        switch value {
        case .text(let text): bytes = Array(text.utf8)
        case .blob(let blob): bytes = blob
        case .integer(let number): bytes = Array(String(number).utf8)
        case .null: return nil
        }
        for (name, marker) in markers {
            let hex = Array(HeedVault.Hex.encode(marker).utf8)
            var spellings = [marker, hex, Array(HeedVault.Hex.encode(marker).uppercased().utf8)]
            for shift in 0..<3 {
                // In base 64 a marker looks different at each of three offsets; only whole symbols of it are its own.
                let text = Array(Base64.standard.encode([UInt8](repeating: 0, count: shift) + marker).utf8)
                let own = text[((8 * shift + 5) / 6)..<(8 * (shift + marker.count) / 6)]
                if own.count >= 6 { spellings.append(Array(own)) }
            }
            for spelling in spellings where bytes.firstRange(of: spelling) != nil { return name }
        }
        return nil
    }
}
