import Testing

@testable import Casework

@Suite struct IndicatorLibraryTests {
    let library = IndicatorLibrary.standard

    @Test(arguments: [
        ("palermo-elements", 19, IndicatorSet.Method.elements, IndicatorSet.SourceMark.primary),
        ("unodc-general", 36, .list, .primary),
        ("unodc-child", 17, .list, .primary),
        ("ilo-labour", 67, .dimensions, .secondary),
    ])
    func `each published set is whole`(
        id: String,
        count: Int,
        method: IndicatorSet.Method,
        mark: IndicatorSet.SourceMark
    ) throws {
        let set = try library.newest(id)
        #expect(set.indicators.count == count)
        #expect(set.method == method)
        #expect(set.sourceMark == mark)
    }

    @Test func `the elements are asked as the Protocol lists them, and once for other purposes`()
        throws
    {
        let set = try library.newest("palermo-elements")
        func count(_ element: PalermoElement) -> Int {
            set.indicators.count { $0.palermo == [element] }
        }
        #expect(count(.act) == 5)
        #expect(count(.means) == 8)
        #expect(count(.purpose) == 5 + 1)
    }

    @Test func `the dimensions have their published sizes`() throws {
        let set = try library.newest("ilo-labour")
        let sizes = Dimension.allCases.map { dimension in
            set.indicators.count { $0.dimension == dimension }
        }
        #expect(sizes == [10, 10, 16, 9, 15, 7])
        #expect(set.dimensions.map(\.id) == Dimension.allCases)
    }

    @Test func `the strengths have their known totals`() throws {
        let set = try library.newest("ilo-labour")
        func totals(forChild: Bool) -> [Int] {
            [.strong, .medium, .weak, nil].map { strength in
                set.indicators.count { $0.strength(forChild: forChild) == strength }
            }
        }
        #expect(totals(forChild: false) == [7, 53, 7, 0])
        #expect(totals(forChild: true) == [15, 50, 0, 2])
    }

    @Test func `the general indicators carry the proposed tags`() throws {
        let set = try library.newest("unodc-general")
        let signs = set.indicators.map { indicator in
            indicator.palermo.map { $0 == .act ? "A" : $0 == .means ? "M" : "P" }.sorted().joined()
        }
        let expected =
            "P M M M - M M MP M - M - M - AM A P - M M M MP M P P MP P P P M M M M M M M"
        #expect(signs.map { $0.isEmpty ? "-" : $0 }.joined(separator: " ") == expected)
    }

    @Test func `the indicators about children have neither tags nor strengths`() throws {
        let set = try library.newest("unodc-child")
        #expect(set.appliesTo == .child)
        #expect(set.indicators.allSatisfy { $0.palermo.isEmpty && $0.dimension == nil })
    }

    @Test func `every question is a question, in both languages, and judges nobody`() {
        var seen: Set<String> = []
        for set in library.sets {
            #expect(set.title.es != set.title.en && set.source.es != set.source.en)
            for indicator in set.indicators {
                let text = indicator.text
                #expect(text.es.contains("¿") && text.es.hasSuffix("?"), "\(indicator.code)")
                #expect(text.en.hasSuffix("?"), "\(indicator.code)")
                for words in [text.es, text.en] {
                    #expect(seen.insert("\(set.id) \(words)").inserted, "asked twice: \(words)")
                }
                let all = [indicator.text, indicator.help].compactMap(\.self)
                for words in all + [set.title, set.note] {
                    #expect(!FindingWordsTests.namesVictim(words.es + words.en))
                }
            }
        }
    }

    @Test func `a code names one indicator in the whole library`() {
        let codes = library.sets.flatMap(\.indicators).map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test func `every screening asks the elements, whatever else it asks`() {
        #expect(library.asked([]).map(\.id) == ["palermo-elements"])
        #expect(library.asked(["ilo-labour"]).map(\.id) == ["palermo-elements", "ilo-labour"])
        #expect(library.asked(["no-such-set"]).map(\.id) == ["palermo-elements"])
    }

    @Test func `a set is found by id and version`() throws {
        #expect(library[versioned: "ilo-labour@1"]?.id == "ilo-labour")
        #expect(library[versioned: "ilo-labour@2"] == nil)
        #expect(library[versioned: "ilo-labour"] == nil)
    }

    @Test func `a coalition's own set can be added, and a newer version is the one asked`() throws {
        let first = try IndicatorSet(json: SampleSet().json)
        let second = try IndicatorSet(json: SampleSet(version: "2").json)
        let added = try library.adding(first).adding(second)
        #expect(added.asked(["propio"]).last == second)
        #expect(added[versioned: "propio@1"] == first)
    }

    @Test func `the same version twice, a code that is taken and own elements are refused`() throws
    {
        let set = try IndicatorSet(json: SampleSet().json)
        let added = try library.adding(set)
        let twice = #expect(throws: IndicatorSetInvalid.self) { try added.adding(set) }
        #expect(twice?.problems == [.init("", .duplicateSet)])

        let taken = try IndicatorSet(json: SampleSet(code: "g01").json)
        let clash = #expect(throws: IndicatorSetInvalid.self) { try library.adding(taken) }
        #expect(clash == IndicatorSetInvalid(file: "propio", problems: [.init("g01", .codeTaken)]))

        let elements = try library.newest("palermo-elements")
        let own = #expect(throws: IndicatorSetInvalid.self) { try library.adding(elements) }
        #expect(own?.problems == [.init("", .elementsAreBuiltIn)])
    }

    @Test func `a faulty file is named with its code`() {
        let files = [("propio.json", SampleSet(text: #"{"es": "¿Sí?"}"#).json)]
        let fault = #expect(throws: IndicatorSetInvalid.self) { try IndicatorLibrary(files: files) }
        #expect(fault?.file == "propio.json")
        #expect(fault?.problems == [.init("x1", .missing(field: "text.en"))])
    }
}
