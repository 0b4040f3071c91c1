import Crypto
import HeedVault
import Testing

@testable import HeedLedger

@Suite struct LeafTests {
    @Test("the worked leaf has the published bytes")
    func vector() throws {
        let key = try LeafKey(ledgerKey: LedgerKey(Vector.ledgerKey), item: 0, kind: .received)
        let leaf = try Vector.leaf()
        #expect(Hex.encode(key.tag) == "2ddd912a9f7896ebefad02b9c13f1863c042b5bb909b9c05260f6c9f0d688485")
        #expect(Hex.encode(key.kindSalt) == "c2342a5509ab580a4b1820025541b28c5899a2f8878902048914d793a4f1deba")
        #expect(
            Hex.encode(leaf.bodyCommitment) == "b1365c51ed78c3516a583c25d1d2299eb44bf0764d05fec24e1dfcd5fe232dd4")
        #expect(
            Hex.encode(leaf.entry) == "01" + Hex.encode(key.tag)
                + "c27b4be1d3bc59a241713ad2572e42ff414dbc05f2ffd5563aea7b6c2899fed6")
        #expect(Hex.encode(leaf.hash) == "575a5b598ccced91ea37e141f4bd5765d32f871d2a974348bf5303d29c2a879c")
        #expect(leaf.entry.count == 65)
    }

    @Test("any change of item, kind, cohort, detail or key gives another entry")
    func binding() throws {
        var entries: Set<[UInt8]> = []
        var made = 0
        var otherDetail = Vector.detail
        otherDetail[31] ^= 1
        for keyBytes in [Vector.ledgerKey, Vector.instance] {
            for item in [0, 1, 255] {
                for kind in LeafKind.allCases {
                    for cohort in [0, 20, 21] {
                        for detail in [Vector.detail, otherDetail] {
                            let key = try LeafKey(ledgerKey: LedgerKey(keyBytes), item: item, kind: kind)
                            entries.insert(try Leaf(key: key, cohort: cohort, detail: detail).entry)
                            made += 1
                        }
                    }
                }
            }
        }
        #expect(entries.count == made)
    }

    @Test("a disclosed opening recomputes its entry, and no other kind or cohort does")
    func disclosure() throws {
        let leaf = try Vector.leaf()
        func recomputed(_ kind: LeafKind, _ cohort: Int) throws -> [UInt8] {
            try Leaf(
                tag: leaf.tag, kind: kind, cohort: cohort, kindSalt: leaf.kindSalt,
                bodyCommitment: leaf.bodyCommitment
            ).entry
        }
        #expect(try recomputed(.received, 20) == leaf.entry)
        #expect(try recomputed(.dummy, 20) != leaf.entry)
        #expect(try recomputed(.received, 19) != leaf.entry)
    }

    @Test("a pending leaf takes its cohort from when the item was received, not from when the step was taken")
    func pending() throws {
        let calendar = try BatchCalendar(t0: Vector.t0)
        let key = try LedgerKey(Vector.ledgerKey)
        let pending = try PendingLeaf(
            ledgerKey: key, item: 0, kind: .decided, receivedIn: 141, takenIn: 152, detail: Vector.detail,
            calendar: calendar)
        #expect(pending.cohort == 20)
        #expect(pending.releaseBatch == 160)
        let received = try PendingLeaf(
            ledgerKey: key, item: 0, kind: .received, receivedIn: 141, takenIn: 141, detail: Vector.detail,
            calendar: calendar)
        #expect(received.entry == (try Vector.leaf().entry))
        #expect(received.releaseBatch == 146)
    }

    @Test("the thread handle is one keyed hash under LK")
    func handle() throws {
        let expected = HMAC<SHA256>.authenticationCode(
            for: Array("heed/v1/thread-handle".utf8), using: SymmetricKey(data: Vector.ledgerKey))
        #expect(ThreadHandle(ledgerKey: try LedgerKey(Vector.ledgerKey)).bytes == Array(expected))
    }

    @Test("wrong lengths and items beyond 255 are refused, and a ledger key never prints")
    func bounds() throws {
        let key = try LedgerKey(Vector.ledgerKey)
        #expect(throws: LedgerError.outOfRange) { try LeafKey(ledgerKey: key, item: 256, kind: .received) }
        #expect(throws: LedgerError.outOfRange) { try LeafKey(ledgerKey: key, item: -1, kind: .received) }
        #expect(throws: LedgerError.wrongLength) { try LedgerKey([UInt8](repeating: 0, count: 31)) }
        let leafKey = try LeafKey(ledgerKey: key, item: 0, kind: .received)
        #expect(throws: LedgerError.wrongLength) { try Leaf(key: leafKey, cohort: 0, detail: [1]) }
        #expect(throws: LedgerError.outOfRange) { try Leaf(key: leafKey, cohort: 1 << 32, detail: Vector.detail) }
        #expect(!"\(key) \(String(reflecting: key))".contains(key.checkCode.prefix(6)))
    }
}
