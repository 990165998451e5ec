package import Ledger

/// A way to a witness: over the network, or to one inside the program.
package struct WitnessLink: Sendable {
    /// The witness, as the policy names it.
    package let witness: WitnessPolicy.Witness
    /// Posts a request to cosign, and gives the status code and the body of the answer.
    package let post: @Sendable (_ body: String) async throws -> (status: Int, body: [UInt8])
    /// Fetches the note that the witness cosigned last for the log whose origin has this hash.
    package let fetch: @Sendable (_ originHash: String) async throws -> String?

    package init(
        witness: WitnessPolicy.Witness,
        post: @escaping @Sendable (_ body: String) async throws -> (status: Int, body: [UInt8]),
        fetch: @escaping @Sendable (_ originHash: String) async throws -> String?
    ) {
        self.witness = witness
        self.post = post
        self.fetch = fetch
    }

    /// A way to a witness in this program.
    package init(_ open: OpenWitness, as witness: WitnessPolicy.Witness) {
        self.init(
            witness: witness,
            post: { body in
                let answer = try open.witness.addCheckpoint(Array(body.utf8))
                return (answer.status, Array(answer.body.utf8))
            },
            fetch: { try open.witness.checkpoint(originHash: $0) }
        )
    }
}

/// Why a witness does not vouch.
package enum WitnessTrouble: Error, Hashable, Sendable {
    /// The policy gives no address for it.
    case noAddress
    /// Nothing answered in time.
    case unreachable
    /// It answered, and refused.
    case refused(WitnessRefusal)
    /// It vouched for a log of this size, which is more than this node holds: this node was put back to
    /// an older copy.
    case ahead(size: UInt64)
    /// It vouched for another history, which this log's key signed.
    case otherHistory(size: UInt64)
}

extension WitnessLink {
    /// Asks for a cosignature, and learns from the witness which size it saw last.
    ///
    /// - Parameters:
    ///   - note: the checkpoint's note.
    ///   - seen: the size that the witness is thought to have seen last.
    ///   - proof: gives the consistency proof from a size to the checkpoint's.
    /// - Returns: the cosignature.
    /// - Throws: `WitnessTrouble`, or what `proof` throws.
    func cosignature(
        over note: SignedNote,
        seen: UInt64,
        proof: @Sendable (UInt64) async throws -> [Digest32]
    ) async throws -> NoteSignature {
        let size = try Checkpoint(parsing: note.text).size
        var old = seen
        // The first answer may tell another size; the second can do so only if somebody else asked
        // in between.
        for _ in 0..<3 {
            guard old <= size else { throw WitnessTrouble.ahead(size: old) }
            let request = try AddCheckpoint(
                oldSize: old,
                proof: old == 0 ? [] : try await proof(old),
                note: note
            )
            let answer: (status: Int, body: [UInt8])
            do {
                answer = try await post(request.serialized)
            } catch {
                throw WitnessTrouble.unreachable
            }
            do throws(WitnessRefusal) {
                return try witness.verifier.cosignature(
                    over: note,
                    status: answer.status,
                    body: answer.body
                )
            } catch .conflict(let size) {
                old = size
            } catch {
                throw WitnessTrouble.refused(error)
            }
        }
        throw WitnessTrouble.refused(.conflict(size: old))
    }
}
