package import Ledger

/// The keys that signed a log's checkpoints, one after the other, as far as a reader who trusts one
/// of them can follow.
package struct LogKeyChain: Hashable, Sendable {
    /// A renewal, and the position of its entry.
    package typealias Link = (renewal: LogKeyRenewal, position: UInt64)

    /// A key that was renewed, and the position of the entry that says so.
    package struct Renewed: Hashable, Sendable {
        package let verifier: NoteVerifier
        package let position: UInt64
    }

    /// The key that signs now.
    package private(set) var current: NoteVerifier
    /// The keys before it, oldest first.
    package private(set) var former: [Renewed] = []

    /// Puts the chain together from a log's renewals, in log order, whichever of its keys the reader
    /// trusts.
    ///
    /// Each link is signed by the key before and the key after it, so nobody without the first can add
    /// one. A renewal that is no link of the chain is passed over: see `has`.
    ///
    /// - Parameters:
    ///   - links: every renewal of the log.
    ///   - trusted: a key of the log, of today or of an earlier day.
    package init(_ links: [Link] = [], trusting trusted: NoteVerifier) {
        // Back to the first key, then forward from there to the last.
        current = trusted
        for link in links.reversed() where link.renewal.next == current {
            current = link.renewal.former
        }
        for link in links where link.renewal.former == current {
            guard !verifiers.contains(link.renewal.next) else { continue }
            former.append(Renewed(verifier: current, position: link.position))
            current = link.renewal.next
        }
    }

    /// Every key, the newest first.
    package var verifiers: [NoteVerifier] { [current] + former.reversed().map(\.verifier) }

    /// The key that has to sign a checkpoint of a size.
    package func verifier(forSize size: UInt64) -> NoteVerifier {
        former.first { size <= $0.position }?.verifier ?? current
    }

    /// Whether an entry is the one that renewed a key of the chain.
    func has(_ link: Link) -> Bool {
        former.contains(Renewed(verifier: link.renewal.former, position: link.position))
    }

    /// Finds checkpoints that were signed by another key than the one whose turn it was.
    ///
    /// - Parameter signed: the sizes of the smallest and the largest checkpoint that each key signed.
    /// - Returns: the sizes of such checkpoints.
    func overstepped(_ signed: [NoteVerifier: ClosedRange<UInt64>]) -> [UInt64] {
        let found = signed.flatMap { verifier, sizes in
            [sizes.lowerBound, sizes.upperBound].filter { self.verifier(forSize: $0) != verifier }
        }
        return Set(found).sorted()
    }
}

extension LogKeyChain {
    /// Looks for the renewals of a log, believing nothing that is read: for a reader who does not know
    /// the key that signed the newest checkpoint.
    ///
    /// Reads every entry once, stops where a bundle is missing, and at the deadline.
    ///
    /// - Throws: the reader's own error.
    static func links(
        in reader: any LogReader,
        origin: String,
        until deadline: ContinuousClock.Instant?
    ) throws -> [Link] {
        guard let text = try reader.outline().checkpoint,
            let note = try? SignedNote(parsing: text),
            let size = try? Checkpoint(parsing: note.text).size
        else { return [] }
        let width = UInt64(TilePath.fullWidth)
        var links: [Link] = []
        var start: UInt64 = 0
        while start < size, deadline.map({ .now < $0 }) ?? true,
            let path = TilePath(
                .entries,
                index: start / width,
                width: Int(min(width, size - start))
            ),
            let items = try? reader.bundle(at: path), items.ranges.contains(where: { $0 != nil })
        {
            for index in items.ranges.indices {
                guard let bytes = items[index], let entry = try? Entry(decoding: Array(bytes)),
                    let renewal = LogKeyRenewal(entry, origin: origin)
                else { continue }
                links.append((renewal, start + UInt64(index)))
            }
            start += width
        }
        return links
    }
}
