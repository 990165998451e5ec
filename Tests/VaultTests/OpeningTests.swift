import Ledger
import Testing
import Vault

/// A section's box opens only against the proof that its opening is in the log.
struct OpeningTests {
    let fixture = VaultFixture()

    @Test func `a section opens against the log's receipt`() throws {
        let (receipt, verifier) = try VaultFixture.opened()
        let box = try fixture.seal("No complaint yet.", .opened)
        let opening = try OpeningReceipt(
            receipt: receipt,
            verifier: verifier,
            compartments: [fixture.compartment]
        )
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
        let (receipt, verifier) = try VaultFixture.opened()
        let box = try fixture.seal("No complaint yet.", .opened)
        let other = try OpeningReceipt(
            receipt: receipt,
            verifier: verifier,
            compartments: [randomBytes(16)]
        )
        #expect(throws: VaultError.needsOpening) {
            try box.open(with: fixture.key, origin: VaultFixture.origin, against: other)
        }
    }

    @Test func `a daily box is not opened as a section`() throws {
        let (receipt, verifier) = try VaultFixture.opened()
        let opening = try OpeningReceipt(
            receipt: receipt,
            verifier: verifier,
            compartments: [fixture.compartment]
        )
        #expect(throws: VaultError.sealed) {
            try fixture.seal("Course").open(
                with: fixture.key,
                origin: VaultFixture.origin,
                against: opening
            )
        }
    }

    @Test func `a forged receipt is refused`() throws {
        let (receipt, verifier) = try VaultFixture.opened()
        let other = try VaultFixture.opened()
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
            // A log of the forger's own, under the same name.
            other.receipt,
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
                _ = try OpeningReceipt(
                    receipt: receipt,
                    verifier: verifier,
                    compartments: [fixture.compartment]
                )
            }
        }
    }
}
