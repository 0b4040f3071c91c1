import FoundationEssentials
import HeedCore
import HeedLedger
import HeedVault

/// One item sealed for its place in a thread: the words, and the contact object where it has one.
/// The meta binds what age cannot: thread, number, contact object and keys (Docs/formats/report-meta.md).
struct SealedItem: Sendable {
    let place: Place
    let words: SealedObject
    let contact: SealedObject?

    /// - Throws: `VaultError.tooLarge` when the contact answers do not fit their object.
    init(_ delivery: Delivery, at place: Place, keys: IntakeKeys) throws {
        let secrets = delivery.secrets
        let contact: SealedObject? =
            if let fields = delivery.contact {
                try Self.sealContact(
                    ContactRecord(thread: place.thread, fields: fields),
                    to: keys.recipients(of: delivery.kind.contactCompartment))
            } else { nil }
        let meta = ReportMeta(
            thread: place.thread, item: place.item, kind: delivery.kind, time: delivery.time,
            language: delivery.language, channel: delivery.channel, fields: delivery.fields,
            contactMode: delivery.contactMode,
            inDanger: delivery.inDanger, cues: delivery.cues, signals: delivery.signals,
            isMessagingLocked: delivery.isMessagingLocked,
            contact: contact.map {
                ObjectBinding(kc: HeedVault.Hex.encode($0.kc), payloadSHA256: HeedVault.Hex.encode($0.payloadSHA256))
            },
            ledgerKey: HeedVault.Hex.encode(secrets.ledgerKey.bytes),
            replyKey: HeedVault.Hex.encode(Digest.sha256(secrets.replyRecipient.bytes)),
            followUpKey: HeedVault.Hex.encode(secrets.followUpKey.bytes),
            signature: try Self.signature(delivery, at: place))
        let content = SealedContent(meta: try Self.json(meta), content: delivery.words)
        self.place = place
        self.contact = contact
        words = try SealedObject.seal(
            content.encode(.text), to: keys.recipients(of: delivery.kind.compartment))
    }

    /// A follow-up's proof that it is from whoever holds the code.
    private static func signature(_ delivery: Delivery, at place: Place) throws -> String? {
        if place.item == 0 { return nil }
        let message = FollowUpProof.message(
            thread: place.thread, item: place.item, contentSHA256: Digest.sha256(delivery.words))
        return HeedVault.Hex.encode(try delivery.secrets.followUpSeed.sign(message))
    }

    private static func sealContact(_ record: ContactRecord, to recipients: [HybridRecipient]) throws -> SealedObject {
        let content = SealedContent(meta: [], content: try json(record))
        return try SealedObject.seal(content.encode(.contact), to: recipients)
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }
}
