import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite struct FindingWordsTests {
    let library = IndicatorLibrary.standard

    /// Whether the text passes judgement on the person, in either language.
    static func namesVictim(_ text: String) -> Bool {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return plain.contains("victim")
    }

    @Test func `the words that no finding may use are recognized`() {
        #expect(Self.namesVictim("Es una VÍCTIMA"))
        #expect(Self.namesVictim("not a victim"))
        #expect(!Self.namesVictim("elementos presentes"))
    }

    @Test(arguments: UInt64(1)...40)
    func `no finding, nor the sentence of any reason, calls anyone a victim`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for age in AgeBand.allCases {
            let finding = Finding.evaluate(
                sets: library.sets,
                answers: randomAnswers(to: library.sets, using: &generator),
                age: age
            )
            let json = String(decoding: try JSONEncoder().encode(finding), as: UTF8.self)
            #expect(!Self.namesVictim(json))
            for reason in finding.reasons {
                let words = reason.words(in: library)
                #expect(!Self.namesVictim(words.es + words.en))
                #expect(words.es.hasSuffix(".") && words.en.hasSuffix("."))
                #expect(words.es != words.en)
            }
        }
    }

    @Test func `every word of a finding is in both languages and judges nobody`() {
        var words = PalermoElement.allCases.map(\.words) + ElementState.allCases.map(\.words)
        words += ElementFinding.Basis.allCases.map(\.words)
        words += StrengthRule.allCases.map(\.words) + Combination.allCases.map(\.words)
        #expect(Set(words).count == words.count)
        for word in words {
            #expect(!word.es.isEmpty && !word.en.isEmpty && word.es != word.en)
            #expect(!Self.namesVictim(word.es + word.en))
        }
    }

    @Test func `a set that the library does not have is called by its identifier`() {
        let reason = FindingReason.setForAnotherAge(set: "propio@3")
        #expect(reason.words(in: library).es.hasPrefix("propio@3: "))
        let known = FindingReason.sourceNotChecked(set: "ilo-labour@1", .secondary)
        #expect(known.words(in: library).en.hasPrefix("Operational indicators"))
    }

    @Test func `a positive dimension names the rules that it met`() throws {
        let finding = Finding.evaluate(
            sets: library.asked(["ilo-labour"]),
            answers: ["d5-01": .yes, "d5-02": .yes],
            age: .over59
        )
        let reason = try #require(
            finding.reasons.first { $0.codes == ["d5-01", "d5-02"] && $0.isDimension }
        )
        #expect(
            reason.words(in: library).es
                == "Coacción en el lugar de destino: positiva, por la regla a: al menos dos "
                + "indicadores fuertes."
        )
    }
}

extension FindingReason {
    fileprivate var isDimension: Bool {
        if case .dimension = self { true } else { false }
    }
}
