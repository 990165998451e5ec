import Casework
import Coalition
import Foundation
import Ledger

/// The record: whether it hangs together, how anybody can check that, and its newest entries.
enum RecordPage {
    struct Overview: Encodable, Sendable {
        var state: State
        var checkedAt: Moment?
        /// How much was read in the check.
        var checked: Checked?
        var findings: [RecordFinding]
        /// How many findings there are, of which only the first are listed.
        var findingCount: Int
        /// What keys signed that were retired since.
        var reviews: [RecordReview] = []
        var size: UInt64
        var root: String
        /// How far the record is published, and who vouches for it.
        var vouching: Vouching
        var origin: String
        var publicKey: String
        /// Whose sealed rules of order were looked at besides.
        var agency: String
        var entries: [EntryLine]
        /// The value of `before` for the next page, if there is one.
        var older: UInt64?
        /// Whether these are the newest.
        var isNewest: Bool
    }

    enum State: String, Encodable, Sendable {
        case sound, unsound, unchecked, failed
    }

    struct Checked: Encodable, Sendable {
        var entries: UInt64
        var checkpoints: UInt64
        var boxes: Int
    }

    static let pageLength = 20
    static let findingLimit = 100

    static func page(_ keeper: RecordKeeper, _ publisher: Publisher) -> Page<Overview> {
        Page(.seeRecord) { visit in
            let node = visit.node
            let signed = await node.checkpoint
            let outcome = await keeper.outcome(size: signed.size)
            let before = visit.query("before").flatMap(UInt64.init) ?? .max
            let recorded = await node.entries(before: before, count: pageLength)
            let commons = await node.commons
            let times = ProvenTime.of(await node.bounds(of: recorded), under: node.policy)
            var overview = Overview(
                state: .unchecked,
                findings: [],
                findingCount: 0,
                size: signed.size,
                root: signed.root.base64,
                vouching: Vouching(await publisher.publication(), at: node.now),
                origin: signed.origin,
                publicKey: await node.verifier.text,
                agency: commons.agencies[visit.member.agency]?.name ?? "",
                entries: recorded.map { EntryLine($0, commons, times[$0.position]) },
                older: recorded.last.flatMap { $0.position > 0 ? $0.position : nil },
                isNewest: before >= signed.size
            )
            overview.take(
                outcome,
                in: commons,
                order: try await node.breachesOfOrder(by: visit.member),
                damaged: await node.damaged
            )
            return overview
        } view: { model, screen in
            RecordView.page(model, screen)
        }
    }

    /// Nothing to fill in: the button alone says what is asked.
    struct Ask: Decodable, Sendable {}

    static func check(_ keeper: RecordKeeper, _ publisher: Publisher) -> Form<Ask, Done> {
        Form(.seeRecord, on: page(keeper, publisher)) { _, _ in
            Ask()
        } perform: { _, _ in
            await keeper.check()
            return Done()
        } next: { _, _ in
            "/record"
        }
    }
}

extension RecordPage.Overview {
    /// Says how the check came out, held against what this node itself signed and left out.
    fileprivate mutating func take(
        _ outcome: RecordKeeper.Outcome?,
        in commons: Commons,
        order: [OrderBreach],
        damaged: Set<DamagedBox>
    ) {
        var all: [RecordFinding] = []
        switch outcome {
        case nil: break
        case .failed: state = .failed
        case .checked(let verification, let signed):
            reviews = verification.reviews.map { RecordReview($0, commons) }
            checkedAt = verification.finished
            checked = RecordPage.Checked(
                entries: verification.entries,
                checkpoints: verification.checkpoints,
                boxes: verification.boxes
            )
            all = verification.findings.map(RecordFinding.init).withoutRepeats
            if all.isEmpty, let found = verification.sizeBehind(signed) {
                all.append(RecordFinding(diskHolds: found, signed: signed.durable.size))
            }
        }
        all += order.map { RecordFinding(Verification.Finding($0)) }.withoutRepeats
        let known = Set(all.compactMap(\.first))
        all += damaged.sorted { ($0.position, $0.ordinal) < ($1.position, $1.ordinal) }
            .filter { !known.contains($0.position) }
            .map(RecordFinding.init(damaged:))
        findingCount = all.count
        findings = Array(all.prefix(RecordPage.findingLimit))
        if !all.isEmpty {
            state = .unsound
        } else if checked != nil {
            state = .sound
        }
    }
}

extension [RecordFinding] {
    /// An entry with several facts can be found at fault for the same reason several times.
    fileprivate var withoutRepeats: [RecordFinding] {
        var seen: Set<RecordFinding> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Verification {
    /// How many entries the disk holds, if that is not what this node had signed and published.
    fileprivate func sizeBehind(_ signed: RecordKeeper.Signed) -> UInt64? {
        guard entries >= signed.durable.size else { return entries }
        guard let published = signed.published else { return nil }
        guard let latest, latest.continues(published) else { return latest?.size ?? 0 }
        return nil
    }
}

extension Checkpoint {
    /// Whether this can be the same log later, as far as the two can be compared alone.
    fileprivate func continues(_ earlier: Checkpoint) -> Bool {
        size > earlier.size || size == earlier.size && root == earlier.root
    }
}
