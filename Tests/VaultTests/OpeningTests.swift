import Ledger
import Testing
import Vault

/// A section's box opens only against the proof that its opening is in the log.
struct OpeningTests {
    let fixture = VaultFixture()

    @Test func `a section opens against the log's receipt`() throws {
        let log = try OneEntryLog()
        let box = try fixture.seal("No complaint yet.", .opened)
        let opening = try log.opening([fixture.compartment])
        let text = try box.open(with: fixture.key, origin: VaultFixture.origin, against: opening)
        #expect(text == Array("No complaint yet.".utf8))
    }

    @Test func `a section does not open by the door of the daily views`() throws {
        let box = try fixture.seal("No complaint yet.", .opened)
        #expect(throws: VaultError.needsOpening) {
            try box.open(with: fixture.key, origin: VaultFixture.origin)
        }
        // Nor when the header is made to say that it may.
        let disguised = try #require(Box(stored: box.stored.flipping(33, by: 3)))
        #expect(disguised.header.access == .folded)
        #expect(throws: VaultError.damaged) {
            try disguised.open(with: fixture.key, origin: VaultFixture.origin)
        }
    }

    @Test func `a receipt opens the compartments that it is for and no others`() throws {
        let log = try OneEntryLog()
        let box = try fixture.seal("No complaint yet.", .opened)
        let other = try log.opening([randomBytes(16)])
        #expect(throws: VaultError.needsOpening) {
            try box.open(with: fixture.key, origin: VaultFixture.origin, against: other)
        }
    }

    @Test func `a daily box is not opened as a section`() throws {
        let log = try OneEntryLog()
        let opening = try log.opening([fixture.compartment])
        #expect(throws: VaultError.sealed) {
            try fixture.seal("Course").open(
                with: fixture.key,
                origin: VaultFixture.origin,
                against: opening
            )
        }
    }

    @Test func `a forged receipt is refused`() throws {
        let log = try OneEntryLog()
        let receipt = log.receipt
        let forged = [
            // Another entry under the same checkpoint.
            Receipt(
                position: receipt.position,
                entryID: receipt.entryID,
                leafHash: Digest32.sha256([1]),
                checkpoint: receipt.checkpoint,
                proof: receipt.proof
            ),
            Receipt(
                position: receipt.position + 1,
                entryID: receipt.entryID,
                leafHash: receipt.leafHash,
                checkpoint: receipt.checkpoint,
                proof: receipt.proof
            ),
            // The same leaf under another entry's name.
            Receipt(
                position: receipt.position,
                entryID: .random(),
                leafHash: receipt.leafHash,
                checkpoint: receipt.checkpoint,
                proof: receipt.proof
            ),
            // A log of the forger's own, under the same name.
            try OneEntryLog().receipt,
            Receipt(
                position: receipt.position,
                entryID: receipt.entryID,
                leafHash: receipt.leafHash,
                checkpoint: "",
                proof: []
            ),
        ]
        for receipt in forged {
            #expect(throws: VaultError.needsOpening) {
                _ = try log.opening([fixture.compartment], receipt: receipt)
            }
        }
    }

    @Test
    func `a good receipt with another entry, of another member or for another act is refused`()
        throws
    {
        let log = try OneEntryLog()
        let other = try OneEntryLog()
        #expect(throws: VaultError.needsOpening) {
            _ = try log.opening([fixture.compartment], entryBytes: other.entryBytes)
        }
        #expect(throws: VaultError.needsOpening) {
            _ = try log.opening([fixture.compartment], opener: other.opener)
        }
        let written = try OneEntryLog(kind: "section.written")
        #expect(throws: VaultError.needsOpening) {
            _ = try written.opening([fixture.compartment])
        }
    }
}
