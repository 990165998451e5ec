import Ledger

/// Makes entries by turns of some actors, each actor's in a chain, so that making them is not measured.
struct EntryMaker {
    private let signers: [any EntrySigner]
    private var previous: [Digest32]
    private var sequence: UInt64 = 0

    /// Signs nothing, for logs whose signatures nobody checks.
    private struct NoSigner: EntrySigner {
        let key: ActorKey
        func sign(_ bytes: [UInt8]) -> [UInt8] { [UInt8](repeating: 7, count: 64) }
    }

    /// Takes the actors; if `isSigned` is false, bytes that are no signature stand in its place.
    init(_ signers: [SigningKey], isSigned: Bool = true) {
        self.signers = isSigned ? signers : signers.map { NoSigner(key: $0.key) }
        previous = Array(repeating: .zero, count: signers.count)
    }

    /// The next entries: so many turns, in each of which every actor has one.
    mutating func make(turns: Int) throws -> [SignedEntry] {
        var entries: [SignedEntry] = []
        entries.reserveCapacity(turns * signers.count)
        for _ in 0..<turns {
            sequence += 1
            for (index, signer) in signers.enumerated() {
                let entry = try Entry(
                    origin: SampleLog.origin,
                    id: .random(),
                    kind: "bench.fact",
                    sequence: sequence,
                    previous: previous[index],
                    checkpoint: .zero,
                    commitments: [previous[index]],
                    signer: signer
                )
                previous[index] = entry.leafHash
                entries.append(SignedEntry(entry))
            }
        }
        return entries
    }
}
