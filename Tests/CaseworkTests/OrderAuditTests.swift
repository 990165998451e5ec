import TestSupport
import Testing

@testable import Casework

struct OrderAuditTests {
    private static let seeds = UInt64(0)..<40

    private static func history(_ seed: UInt64) -> Bench {
        var generator = SplitMix64(seed: seed)
        return Bench.afterRandomHistory(steps: 160, using: &generator)
    }

    @Test(arguments: seeds)
    func `what the commands do is in order, whoever reads it`(seed: UInt64) {
        let bench = Self.history(seed)
        for agency in [bench.lead, bench.shelter, bench.social] {
            let happenings = bench.lines(for: agency).map(\.happening)
            #expect(OrderAudit.breaches(in: happenings, readBy: agency) == [])
            #expect(bench.desk(agency).breachesOfOrder == [])
        }
    }

    @Test(arguments: seeds)
    func `the order in which boxes are read does not matter`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bench = Self.history(seed)
        let all = bench.lines(for: bench.lead).map(\.happening)
        let spoilt = all.filter { happening in
            if case .consentRecorded = happening.fact {
                return Bool.random(using: &generator)
            }
            return true
        }
        let found = OrderAudit.breaches(in: spoilt, readBy: bench.lead)
        for _ in 0..<3 {
            let shuffled = spoilt.shuffled(using: &generator)
            #expect(OrderAudit.breaches(in: shuffled, readBy: bench.lead) == found)
        }
    }

    // MARK: Each breach, injected

    /// A history of a random length, and after it one whole path: met, agreed, referred, accepted and
    /// opened; then more of the history.
    private struct Path {
        var happenings: [Happening]
        let bench: Bench
        let dossier: DossierID
        let referral: ReferralID

        init(_ seed: UInt64) throws {
            var generator = SplitMix64(seed: seed)
            var bench = Bench.afterRandomHistory(
                steps: Int.random(in: 0...60, using: &generator),
                using: &generator
            )
            (_, dossier, referral) = try bench.referred()
            try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
            try bench.open(dossier, by: bench.shelter)
            self.bench = bench
            happenings = bench.lines(for: bench.lead).map(\.happening)
        }

        /// The first happening that a test is about, in the path itself.
        func index(_ isIt: (Fact) -> Bool) throws -> Int {
            try #require(happenings.firstIndex { isIt($0.fact) })
        }

        /// The path's own promise, consent, opening and answer.
        var promise: Int { get throws { try index { $0.promise?.referral == referral } } }
        var answer: Int { get throws { try index { $0.answered == referral } } }
        var opening: Int { get throws { try index { $0.opened == dossier } } }
        var consent: Int {
            get throws {
                let id = try happenings[promise].fact.promise?.consent
                return try index { $0.consent?.id == id }
            }
        }

        func breaches(readBy reader: AgencyID? = nil) -> [OrderBreach] {
            OrderAudit.breaches(in: happenings, readBy: reader ?? bench.lead)
        }

        func breach(_ rule: OrderBreach.Rule, at index: Int) -> OrderBreach {
            OrderBreach(position: happenings[index].stamp.position, rule: rule)
        }
    }

    @Test(arguments: seeds)
    func `a promise without its consent is named`(seed: UInt64) throws {
        var path = try Path(seed)
        let expected = [
            path.breach(
                .dossierWithoutConsent,
                at: try path.index { $0.linked == path.dossier }
            ),
            path.breach(.grantWithoutConsent, at: try path.promise),
        ]
        path.happenings.remove(at: try path.consent)
        #expect(path.breaches() == expected)
    }

    @Test(arguments: seeds)
    func `a promise after the consent had ended is named, and so is the handing over`(
        seed: UInt64
    ) throws {
        var path = try Path(seed)
        let (consent, promise) = (try path.consent, try path.promise)
        var ended = try #require(path.happenings[consent].fact.consent)
        ended.until = path.happenings[promise].stamp.at
        path.happenings[consent].fact = .consentRecorded(ended)
        let found = path.breaches()
        #expect(found.contains(path.breach(.grantAfterConsent, at: promise)))
        #expect(found.contains(path.breach(.grantAfterConsent, at: try path.answer)))
    }

    @Test(arguments: seeds)
    func `keys handed over after the person took back what they had allowed are named`(
        seed: UInt64
    ) throws {
        var path = try Path(seed)
        let (promise, answer) = (try path.promise, try path.answer)
        var refusal = try #require(path.happenings[path.consent].fact.consent)
        refusal.id = .random()
        refusal.allowed = [:]
        var stamp = path.happenings[promise].stamp
        stamp.ordinal += 10
        path.happenings.append(Happening(stamp: stamp, fact: .consentRecorded(refusal)))
        #expect(path.breaches() == [path.breach(.grantAfterConsent, at: answer)])
    }

    @Test(arguments: seeds)
    func `a promise of more than the consent names is found, in sections and in agencies`(
        seed: UInt64
    ) throws {
        var path = try Path(seed)
        let promise = try path.promise
        var more = try #require(path.happenings[promise].fact.promise)
        more.parts.insert(try #require(path.bench.part(.legal, of: path.dossier)))
        path.happenings[promise].fact = .sectionsPromised(more)
        #expect(path.breaches() == [path.breach(.grantBeyondConsent, at: promise)])

        var other = try Path(seed)
        var toPolice = try #require(other.happenings[other.promise].fact.promise)
        toPolice.to = other.bench.police
        let index = try other.promise
        other.happenings[index].fact = .sectionsPromised(toPolice)
        let found = other.breaches()
        #expect(found.contains(other.breach(.grantBeyondConsent, at: index)))
        #expect(found.contains(other.breach(.grantWithoutReferral, at: index)))
    }

    @Test(arguments: seeds)
    func `a promise on a consent that says no purpose is named`(seed: UInt64) throws {
        var path = try Path(seed)
        let index = try path.consent
        var consent = try #require(path.happenings[index].fact.consent)
        consent.purpose = ""
        path.happenings[index].fact = .consentRecorded(consent)
        #expect(path.breaches() == [path.breach(.grantWithoutPurpose, at: try path.promise)])
    }

    @Test(arguments: seeds)
    func `an answer before its referral, or without it, is named`(seed: UInt64) throws {
        var path = try Path(seed)
        #expect(path.breaches(readBy: path.bench.shelter) == [])
        let expected = [
            path.breach(.grantWithoutReferral, at: try path.promise),
            path.breach(.answerBeforeSending, at: try path.answer),
        ]
        let sending = try path.index { $0.sent == path.referral }
        let sent = path.happenings.remove(at: sending)
        #expect(path.breaches(readBy: path.bench.shelter) == expected)
        // Sent after all, and too late.
        let last = try #require(path.happenings.map(\.stamp).max())
        var late = sent
        late.stamp.position = last.position + 1
        path.happenings.append(late)
        #expect(path.breaches(readBy: path.bench.shelter) == expected)
    }

    @Test(arguments: seeds)
    func `an answer by another agency, and a second answer, are named`(seed: UInt64) throws {
        var path = try Path(seed)
        let answer = try path.answer
        path.happenings[answer].stamp.agency = path.bench.social
        #expect(path.breaches() == [path.breach(.answerByAnother, at: answer)])

        var twice = try Path(seed)
        var again = twice.happenings[try twice.opening].stamp
        again.position += 1
        twice.happenings.append(
            Happening(
                stamp: again,
                fact: .referralDeclined(twice.referral, reason: .full, words: "")
            )
        )
        #expect(
            twice.breaches()
                == [OrderBreach(position: again.position, rule: .answeredTwice)]
        )
    }

    @Test(arguments: seeds)
    func `an opening without its grant is named by the agency itself and by the one that leads`(
        seed: UInt64
    ) throws {
        for reader in [\Bench.lead, \.shelter] {
            var path = try Path(seed)
            let breach = path.breach(.openingWithoutGrant, at: try path.opening)
            path.happenings.remove(at: try path.answer)
            #expect(path.breaches(readBy: path.bench[keyPath: reader]) == [breach])
        }
    }

    @Test(arguments: seeds)
    func `an opening of a part that was not in the promise is named`(seed: UInt64) throws {
        var path = try Path(seed)
        let opening = try path.opening
        let part = try #require(path.bench.part(.legal, of: path.dossier))
        path.happenings[opening].fact = .sectionsOpened(
            Opening(
                dossier: path.dossier,
                sections: [.legal],
                parts: [part],
                purpose: .care,
                words: ""
            )
        )
        #expect(path.breaches() == [path.breach(.openingWithoutGrant, at: opening)])
    }

    @Test(arguments: seeds)
    func `a section written in another agency's part is named`(seed: UInt64) throws {
        var path = try Path(seed)
        let index = try path.index { fact in
            if case .sectionWritten(let part) = fact { part.dossier == path.dossier } else { false }
        }
        path.happenings[index].stamp.agency = path.bench.police
        #expect(path.breaches() == [path.breach(.writtenForAnother, at: index)])
    }
}

extension Fact {
    fileprivate var promise: Promise? {
        if case .sectionsPromised(let promise) = self { promise } else { nil }
    }

    fileprivate var consent: Consent? {
        if case .consentRecorded(let consent) = self { consent } else { nil }
    }

    fileprivate var sent: ReferralID? {
        if case .referralSent(let referral) = self { referral.id } else { nil }
    }

    fileprivate var answered: ReferralID? {
        if case .referralAccepted(let referral, _) = self { referral } else { nil }
    }

    fileprivate var opened: DossierID? {
        if case .sectionsOpened(let opening) = self { opening.dossier } else { nil }
    }

    fileprivate var linked: DossierID? {
        if case .dossierLinked(let dossier, _, _) = self { dossier } else { nil }
    }
}
