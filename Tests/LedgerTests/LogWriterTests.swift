import Ledger
import Testing
import TestSupport

/// Many writers of one log at the same time.
@Suite struct LogWriterTests {
    private static let origin = "example.org/many"

    private struct Stranger: EntrySigner {
        let key = SigningKey().key
        func sign(_ bytes: [UInt8]) -> [UInt8] { [UInt8](repeating: 7, count: 64) }
    }

    /// A chain of entries by one actor, made before any is appended.
    private static func chain(_ signer: any EntrySigner, _ count: UInt64) throws -> [SignedEntry] {
        var previous = Digest32.zero
        return try (1...count).map { sequence in
            let entry = try Entry(
                origin: origin,
                id: .random(),
                kind: "test.fact",
                sequence: sequence,
                previous: previous,
                checkpoint: .zero,
                commitments: [],
                signer: signer
            )
            previous = entry.leafHash
            return SignedEntry(entry)
        }
    }

    private static func makeWriter() throws -> (LogWriter, NoteVerifier) {
        let signer = try NoteSigner(name: origin, key: SigningKey())
        let log = try Log(store: SQLiteStore.inMemory(), origin: origin, checkpointSigner: signer)
        return (LogWriter(log), signer.verifier)
    }

    @Test func `every writer gets a receipt that holds for its own entry`() async throws {
        let (writer, verifier) = try Self.makeWriter()
        let chains = try (0..<16).map { _ in try Self.chain(SigningKey(), 20) }
        let positions = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for chain in chains {
                group.addTask {
                    var positions: [UInt64] = []
                    for signed in chain {
                        let receipt = try await writer.append(signed)
                        _ = try receipt.verify(
                            entryBytes: signed.entry.encoded,
                            origin: Self.origin,
                            verifier: verifier
                        )
                        positions.append(receipt.position)
                    }
                    #expect(positions == positions.sorted())
                    return positions
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(positions.sorted() == Array(0..<320))
    }

    @Test func `a bad signature is refused and nobody else notices`() async throws {
        let (writer, _) = try Self.makeWriter()
        let good = try Self.chain(SigningKey(), 1)[0]
        let bad = try Self.chain(Stranger(), 1)[0]
        let refused = Task { try await writer.append(bad) }
        let taken = Task { try await writer.append(good) }
        #expect(try await taken.value.position == 0)
        await #expect(throws: LogError.badSignature(entry: 0)) { try await refused.value }
    }

    @Test func `of two entries with one number the first is taken and the second refused`()
        async throws
    {
        let (writer, _) = try Self.makeWriter()
        let signer = SigningKey()
        let first = try Self.chain(signer, 1)[0]
        let second = try Self.chain(signer, 1)[0]
        let other = try Self.chain(SigningKey(), 1)[0]
        #expect(try await writer.append(first).position == 0)
        let refused = Task { try await writer.append(second) }
        let taken = Task { try await writer.append(other) }
        #expect(try await taken.value.position == 1)
        await #expect(throws: LogError.outOfSequence(entry: 0)) { try await refused.value }
    }
}
