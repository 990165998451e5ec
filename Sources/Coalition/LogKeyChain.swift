package import Ledger
import Vault

/// The keys that signed a log's checkpoints, one after the other, as far as a reader who trusts one
/// of them can follow.
package struct LogKeyChain: Hashable, Sendable {
    /// A key that was renewed, and the position of the entry that says so.
    package struct Renewed: Hashable, Sendable {
        package let verifier: NoteVerifier
        package let position: UInt64
    }

    /// The key that signs now.
    package private(set) var current: NoteVerifier
    /// The keys before it, oldest first.
    package private(set) var former: [Renewed] = []

    /// A chain of one key.
    package init(_ verifier: NoteVerifier) {
        current = verifier
    }

    /// Reads the chain from a record's boxes, whichever of its keys the reader trusts.
    ///
    /// Each link is signed by the key before and the key after it, so nobody without the first can add
    /// one. That its entry stands in the log is for a verification to see.
    ///
    /// - Parameters:
    ///   - boxes: the rows of the record's boxes.
    ///   - trusted: a key of the log, of today or of an earlier day.
    package init(in boxes: [ShelfItem], trusting trusted: NoteVerifier) {
        let links = boxes.compactMap { item -> (renewal: LogKeyRenewal, position: UInt64)? in
            guard item.key.starts(with: Box.clearCompartment),
                let place = VaultShelf.boxPlace(key: item.key),
                let text = try? Box(stored: item.value)?.clearText(),
                let sheet = try? Sheet(decoding: text),
                let renewal = LogKeyRenewal(sheet.fact, origin: trusted.name)
            else { return nil }
            return (renewal, place.position)
        }
        // Back to the first key, then forward from there to the last.
        var first = trusted
        for link in links.reversed() where link.renewal.next == first {
            first = link.renewal.former
        }
        self.init(first)
        for link in links { take(link.renewal, at: link.position) }
    }

    /// Reads the chain from a store's open boxes.
    ///
    /// - Throws: the store's own error.
    package init(in store: any LogStore, trusting trusted: NoteVerifier) throws {
        let boxes = try store.shelfItems(space: VaultShelf.boxes, prefix: Box.clearCompartment)
        self.init(in: boxes, trusting: trusted)
    }

    /// Follows a renewal, if it is of the key that signs now.
    ///
    /// - Returns: whether it was.
    @discardableResult
    mutating func take(_ renewal: LogKeyRenewal, at position: UInt64) -> Bool {
        guard renewal.former == current, !verifiers.contains(renewal.next) else { return false }
        former.append(Renewed(verifier: current, position: position))
        current = renewal.next
        return true
    }

    /// Every key, the newest first.
    package var verifiers: [NoteVerifier] { [current] + former.reversed().map(\.verifier) }

    /// The key that has to sign a checkpoint of a size.
    package func verifier(forSize size: UInt64) -> NoteVerifier {
        former.first { size <= $0.position }?.verifier ?? current
    }

    /// Whether an entry is the one that renewed a key of the chain.
    func has(_ renewal: LogKeyRenewal, at position: UInt64) -> Bool {
        former.contains(Renewed(verifier: renewal.former, position: position))
    }

    /// Finds checkpoints that a key of the log signed when it was another's turn.
    ///
    /// - Parameter signed: the sizes of the smallest and the largest checkpoint that each key signed.
    /// - Returns: the sizes of such checkpoints.
    func overstepped(_ signed: [NoteVerifier: ClosedRange<UInt64>]) -> [UInt64] {
        verifiers.flatMap { verifier -> [UInt64] in
            guard let sizes = signed[verifier] else { return [] }
            return Set([sizes.lowerBound, sizes.upperBound])
                .filter { self.verifier(forSize: $0) != verifier }
        }
        .sorted()
    }
}
