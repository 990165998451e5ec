import Casework
import Coalition
import HTTPTypes
import Hummingbird
import Ledger

extension Site {
    func addReceipts(to routes: Routes) {
        routes.add(.get, "receipts/:position", .seeRecord) { visit in
            let model = try await Receipts.one(visit, publisher)
            let page = ReceiptPage.show(model, await screen(for: visit, FormFields()))
            var response = page.response(status: .ok)
            // A browser asks again by itself, without any script, until there is something to see.
            if model.state == .pending, let refresh = HTTPField.Name("Refresh") {
                response.headers[refresh] = String(max(2, model.rhythm / 2))
            }
            return response
        } api: { visit in
            try JSON.response(try await Receipts.one(visit, publisher))
        }
        routes.add(.get, "receipts/:position/file", .seeRecord) { visit in
            .text(
                try await Receipts.text(visit, publisher),
                savedAs: Receipts.fileName(try visit.position())
            )
        } api: { visit in
            .text(try await Receipts.text(visit, publisher))
        }
    }
}

/// The receipt of one entry, for whoever it matters to.
enum Receipts {
    struct One: Encodable, Sendable {
        var position: UInt64
        var state: State
        /// How often the witnesses are asked, in seconds.
        var rhythm: Int
        /// Since when too few of them vouch, if so.
        var stalledSince: Moment?
        /// The file, once the witnesses have vouched for the entry.
        var file: String?
        var leafHash: Digest32?
        var origin: String?
        /// The number of entries that the checkpoint covers.
        var size: UInt64?
        var witnesses: [Vouching]
    }

    enum State: String, Encodable, Sendable {
        /// It can be taken along.
        case ready
        /// The witnesses have yet to vouch for the entry.
        case pending
        /// What is stored is not what the log covers.
        case damaged
    }

    /// A witness that vouched, and when it says it did.
    struct Vouching: Encodable, Sendable {
        var name: String
        /// In seconds since 1970.
        var time: UInt64
    }

    static func one(_ visit: Visit, _ publisher: Publisher) async throws -> One {
        let position = try visit.position()
        guard position < (await visit.node.checkpoint.size) else {
            throw Refusal.notFound
        }
        let publication = await publisher.publication()
        var one = One(
            position: position,
            state: .pending,
            rhythm: publication.rhythm,
            stalledSince: publication.stalledSince,
            witnesses: []
        )
        let receipt: Receipt?
        do {
            receipt = try await visit.node.publishedReceipt(of: position)
        } catch {
            one.state = .damaged
            return one
        }
        // Nothing is handed out that whoever gets it would find not valid.
        guard let file = receipt.map(ReceiptFile.init),
            let proved = try? file.verify(policy: visit.node.policy)
        else { return one }
        one.state = .ready
        one.file = file.text
        one.leafHash = file.leafHash
        one.origin = proved.checkpoint.origin
        one.size = proved.checkpoint.size
        one.witnesses = proved.cosignatures.map {
            Vouching(name: $0.witness.verifier.name, time: $0.time)
        }
        return one
    }

    /// The receipt as a file.
    ///
    /// - Throws: `Refusal.notFound` when there is none to give, or not yet.
    static func text(_ visit: Visit, _ publisher: Publisher) async throws -> String {
        guard let text = try await one(visit, publisher).file else { throw Refusal.notFound }
        return text
    }

    /// A name that says which entry it is for, and nothing of what that is about.
    static func fileName(_ position: UInt64) -> String {
        "enlace-\(position).\(ReceiptFile.fileExtension)"
    }
}
