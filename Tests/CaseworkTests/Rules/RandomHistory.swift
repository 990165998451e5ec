import Foundation
import TestSupport

@testable import Casework

extension Bench {
    /// A coalition after some commands, drawn at random among those that come up in a week.
    ///
    /// What the rules refuse is left out, as it would be.
    static func afterRandomHistory(
        steps: Int,
        using generator: inout SplitMix64
    ) -> Bench {
        var bench = Bench()
        for _ in 0..<steps {
            bench.now = bench.now.adding(hours: Int.random(in: 0...12, using: &generator))
            try? bench.randomStep(&generator)
        }
        return bench
    }

    /// A second member of whichever agency, who has a tie to nothing.
    private var otherMember: MemberID? { MemberID(bytes: [UInt8](repeating: 7, count: 16)) }

    private mutating func randomStep(_ generator: inout SplitMix64) throws {
        let agency =
            [lead, lead, lead, shelter, shelter, social].randomElement(using: &generator) ?? lead
        let desk = desk(agency)
        // In log order, so that a seed always draws the same.
        let encounter = desk.encounters.values.compactMap(\.stamp).sorted()
            .randomElement(using: &generator)
            .flatMap { stamp in desk.encounters.first { $0.value.stamp == stamp }?.key }
        let dossier = desk.dossiers.values.filter { !$0.course.isEmpty }
            .sorted { $0.course[0].stamp < $1.course[0].stamp }
            .randomElement(using: &generator)?.id
        let waiting = desk.referrals.values
            .filter { $0.referral?.to == agency && $0.state == .waiting && $0.sent != nil }
            .sorted { ($0.sent?.position ?? 0) < ($1.sent?.position ?? 0) }
            .randomElement(using: &generator)?.id
        let section = Section.allCases.randomElement(using: &generator) ?? .health
        switch Int.random(in: 0..<19, using: &generator) {
        case 0, 1:
            try perform(
                Self.meeting(AgeBand.allCases.randomElement(using: &generator) ?? .unknown),
                by: agency
            )
        case 2, 3:
            guard let encounter else { return }
            let allowed = Set(Section.allCases.filter { _ in Bool.random(using: &generator) })
            let days = Int.random(in: 1...20, using: &generator)
            let to: [AgencyID: Set<Section>] =
                Bool.random(using: &generator)
                ? [shelter: allowed, social: [section]] : [shelter: [section]]
            let refuses = Int.random(in: 0..<5, using: &generator) == 0
            try perform(Self.consent(encounter, refuses ? [:] : to, days: days), by: agency)
        case 4:
            guard let encounter else { return }
            try perform(OpenDossier(encounter: encounter, notes: Self.notes), by: agency)
        case 5:
            guard let dossier else { return }
            let note = SectionNote(section: section, text: "More.")
            try perform(WriteSection(dossier: dossier, note: note), by: agency)
        case 6:
            guard let dossier else { return }
            let member = [nil, otherMember].randomElement(using: &generator) ?? nil
            try open(dossier, [section], by: agency, as: member)
        case 7, 8:
            guard let dossier else { return }
            let to = Bool.random(using: &generator) ? shelter : social
            try perform(Self.referral(dossier, to: to), by: agency)
        case 9:
            guard let waiting else { return }
            try perform(AcceptReferral(referral: waiting, words: ""), by: agency)
        case 12:
            let window = Window(start: now.adding(hours: -40), end: now)
            let definition = ListDefinition(
                name: "The last days",
                window: window,
                place: "",
                findings: [],
                meaning: "Everybody met"
            )
            try perform(DrawList(definition: definition), by: agency)
        case 13:
            let table = try perform(EstimateRuleTests.overlap(), by: agency)
            try perform(AskForEstimate(table: table, seed: 1, resamples: 10), by: agency)
        case 15, 16, 17:
            let known = desk.encounters.values.compactMap(\.stamp).sorted().compactMap { stamp in
                desk.encounters.first { $0.value.stamp == stamp }.map {
                    Appearance.encounter($0.key)
                }
            }
            guard let one = known.randomElement(using: &generator),
                let other = (known + (dossier.map { [.dossier($0)] } ?? []))
                    .randomElement(using: &generator),
                let verdict = PairVerdict.allCases.randomElement(using: &generator)
            else { return }
            let isSure = Bool.random(using: &generator)
            try perform(
                DecidePair(one: one, other: other, verdict: verdict, why: "Why", isSure: isSure),
                by: agency
            )
        case 18:
            var meeting = Self.meeting()
            meeting.recognition = [.givenNames: "Xochiquetzalli"]
            try perform(meeting, by: agency)
        case 10, 11:
            guard let waiting else { return }
            try perform(
                DeclineReferral(referral: waiting, reason: .full, words: ""),
                by: agency
            )
        default:
            let bytes = Data([UInt8.random(in: 0...9, using: &generator)])
            let document = try perform(ReceiveDocument(fileName: "a", bytes: bytes), by: agency)
            try perform(
                DecideDraft(
                    document: document,
                    draft: "1",
                    outcome: .accepted,
                    kind: .place,
                    title: "Tapachula",
                    detail: "",
                    citation: Citation(reference: "", paragraph: 1, words: "")
                ),
                by: agency
            )
        }
    }
}
