package import Casework
import Foundation
package import Ledger

/// Publishes the log's newest checkpoint at a fixed rhythm, once enough witnesses vouch for it.
///
/// It does so when nothing happened too: the rhythm then says nothing of what happens in the log, the
/// times that entries can prove stay close together, and a witness that falls silent is noticed.
/// Without enough witnesses nothing is published; entries go on becoming durable, and wait.
package actor Publisher {
    package nonisolated let rhythm: Duration

    private let node: Node
    private let links: [WitnessLink]
    private let clock: @Sendable () -> Moment
    private let onFork: @Sendable (ForkEvidence) -> Void
    private var state: Publication
    private var isLoaded = false
    private var isTicking = false

    /// - Parameters:
    ///   - node: whose log it publishes, by its policy.
    ///   - links: the ways to the policy's witnesses; one without a way counts as missing.
    ///   - rhythm: the time from one publication to the next, whole seconds.
    ///   - clock: tells the time.
    ///   - onFork: told when a witness turns out to have been shown another history.
    package init(
        node: Node,
        links: [WitnessLink] = [],
        rhythm: Duration = .seconds(10),
        clock: @escaping @Sendable () -> Moment = Moment.now,
        onFork: @escaping @Sendable (ForkEvidence) -> Void = { _ in }
    ) {
        self.node = node
        self.links = links
        self.rhythm = rhythm
        self.clock = clock
        self.onFork = onFork
        state = Publication(
            waiting: 0,
            witnesses: node.policy.witnesses.map { witness in
                WitnessStanding(
                    witness: witness,
                    trouble: links.contains { $0.witness == witness } ? nil : .noAddress
                )
            },
            policy: node.policy,
            rhythm: Int(rhythm.components.seconds)
        )
    }

    /// How far the record is published now.
    package func publication() async -> Publication {
        await load()
        var now = state
        now.waiting = await node.checkpoint.size - (now.published?.checkpoint.size ?? 0)
        return now
    }

    /// Publishes at the rhythm until the task is cancelled.
    package func keepRhythm() async {
        let clock = ContinuousClock()
        var next = clock.now
        while !Task.isCancelled {
            await tick()
            // A tick that took longer than the rhythm is not made up for.
            next = max(next.advanced(by: rhythm), clock.now)
            try? await clock.sleep(until: next)
        }
    }

    /// Asks every witness at once, and publishes if enough of them vouch.
    package func tick() async {
        guard !isTicking else { return }
        isTicking = true
        defer { isTicking = false }
        await load()
        guard let latest = try? await node.signedCheckpoint(),
            let plain = try? SignedNote(parsing: latest.note)
        else { return }
        var note = plain
        let answers = await answers(over: note, size: latest.checkpoint.size)
        for index in state.witnesses.indices {
            let witness = state.witnesses[index].witness
            guard let (link, answer) = answers.first(where: { $0.0.witness == witness }) else {
                continue
            }
            switch answer {
            case .success(let cosignature):
                note = note.adding(cosignature)
                state.witnesses[index].vouched(latest.checkpoint.size, cosignature.cosignedTime)
            case .failure(let trouble):
                let known = await explained(trouble, by: link)
                state.witnesses[index].failed(known, at: clock())
            }
        }
        await publish(note.serialized)
    }

    private func publish(_ note: String) async {
        guard let judged = try? node.policy.judge(note: note), judged.isQuorate else {
            return state.stalledSince = state.stalledSince ?? clock()
        }
        state.stalledSince = nil
        do {
            try await node.publish(note)
            state.published = judged
            state.publishedAt = clock()
            state.failingSince = nil
        } catch {
            state.failingSince = state.failingSince ?? clock()
        }
    }

    private typealias Answer = (WitnessLink, Result<NoteSignature, WitnessTrouble>)

    private func answers(over note: SignedNote, size: UInt64) async -> [Answer] {
        let seen = state.witnesses.map { ($0.witness, $0.sizeToAsk) }
        return await withTaskGroup(of: Answer.self) { group in
            for link in links {
                let seen = seen.first { $0.0 == link.witness }?.1 ?? 0
                group.addTask { [node] in
                    do {
                        let cosignature = try await link.cosignature(over: note, seen: seen) {
                            try await node.consistencyProof(from: $0, to: size)
                        }
                        return (link, .success(cosignature))
                    } catch {
                        return (link, .failure(error as? WitnessTrouble ?? .unreachable))
                    }
                }
            }
            var answers: [Answer] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
    }

    /// Asks a witness that will not go along what it saw, and whether this log's key signed that.
    private func explained(
        _ trouble: WitnessTrouble,
        by link: WitnessLink
    ) async -> WitnessTrouble {
        switch trouble {
        case .refused(.inconsistent), .ahead: break
        default: return trouble
        }
        let origin = Digest32.sha256(Array(node.origin.utf8)).description
        guard let text = try? await link.fetch(origin),
            let seen = try? node.policy.judge(note: text),
            let note = try? SignedNote(parsing: text),
            let evidence = try? await node.forkEvidence(against: note),
            (try? evidence.verify(keys: node.policy.logKeys(origin: node.origin))) != nil
        else { return trouble }
        onFork(evidence)
        return .otherHistory(size: seen.checkpoint.size)
    }

    /// Takes over what the last run of the program published.
    private func load() async {
        guard !isLoaded else { return }
        isLoaded = true
        guard let note = await node.published?.note, let judged = try? node.policy.judge(note: note)
        else { return }
        if judged.isQuorate { state.published = judged }
        for cosignature in judged.cosignatures {
            for index in state.witnesses.indices
            where state.witnesses[index].witness == cosignature.witness {
                state.witnesses[index].size = judged.checkpoint.size
                state.witnesses[index].time = Moment(seconds: cosignature.time)
            }
        }
    }
}

extension WitnessStanding {
    fileprivate mutating func vouched(_ size: UInt64, _ time: UInt64?) {
        self.size = size
        self.time = time.map(Moment.init(seconds:))
        trouble = nil
        troubledSince = nil
    }

    fileprivate mutating func failed(_ trouble: WitnessTrouble, at now: Moment) {
        self.trouble = trouble
        troubledSince = troubledSince ?? now
    }
}

extension Moment {
    /// The moment so many seconds after the start of 1970, as cosignatures have it.
    package init(seconds: UInt64) {
        self.init(milliseconds: Int64(clamping: min(seconds, UInt64(Int64.max / 1000)) * 1000))
    }
}
