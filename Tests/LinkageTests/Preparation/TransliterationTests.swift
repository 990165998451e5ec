import Testing

@testable import Linkage

@Suite struct `Other alphabets are written in Latin letters` {
    @Test(arguments: [
        ("王小明", "wang, xiaoming"), ("欧阳修", "ouyang, xiu"), ("曾国藩", "zeng, guofan"),
        ("王 小明", "wang xiaoming"), ("김철수", "kim, cheolsu"), ("박지성", "park, jiseong"),
        ("Юрий Щукин", "yury shchukin"), ("Зеленський", "zelensky"),
        ("Γιώργος Παπαδόπουλος", "giorgos papadopoulos"),
        ("Ευάγγελος", "efangelos"),
        ("שרה כהן", "sara cohen"), ("محمد عبدالله", "muhammad abdullah"),
        ("أحمد إبراهيم", "ahmad ibrahim"), ("عبدالرحمن الحسن", "abdul rahman al hasan"),
        ("مُحَمَّد", "muhammad"), ("राम कुमार", "ram kumar"), ("মোহাম্মদ করিম", "moham'mad karim"),
        ("முருகன்", "murukan"), ("さくら タナカ", "sakura tanaka"), ("გიორგი", "giorgi"),
    ])
    func `a whole name`(value: String, expected: String) {
        #expect(Transliteration.latin(value, kind: .fullName) == expected)
    }

    @Test func `a given name in Han or Hangul has no surname to part from`() {
        #expect(Transliteration.latin("小明", kind: .givenNames) == "xiaoming")
        #expect(Transliteration.latin("曾", kind: .surnames) == "zeng")
        #expect(Transliteration.latin("철수", kind: .givenNames) == "cheolsu")
    }

    @Test func `every syllable of Hangul has a spelling of Latin letters`() {
        for scalar in (0xac00...0xd7a3).compactMap(Unicode.Scalar.init) {
            let spelling = Hangul.latin("\(scalar)", mayBeSurname: false, isWhole: false)
            #expect(spelling.allSatisfy { ("a"..."z").contains($0) })
        }
    }

    @Test func `the tables of Latin letters cover their blocks with ASCII`() {
        #expect(LatinLetters.basic.count == 0x250 - 0xc0)
        #expect(LatinLetters.additional.count == 0x100)
        let letters = (LatinLetters.basic + LatinLetters.additional).joined()
        #expect(letters.allSatisfy { (0x61...0x7a).contains($0) })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `any text comes to letters a to z`(seed: UInt64) {
        var random = Scalars(seed: seed)
        for _ in 0..<400 {
            let text = random.text()
            for kind in [FieldKind.givenNames, .surnames, .fullName] {
                var steps = StepRecorder()
                let words = NamePreparation.words(
                    of: Array(text.utf8).span,
                    kind: kind,
                    steps: &steps
                )
                #expect(words.allSatisfy { !$0.letters.isEmpty })
                #expect(words.flatMap(\.letters).allSatisfy { (0x61...0x7a).contains($0) })
            }
        }
    }
}
