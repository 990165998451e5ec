import Foundation
import Telegram
import TestSupport
import Testing

struct DrafterTests {
    // MARK: The source document and its retelling

    @Test(arguments: SourceDocumentTests.sources)
    func `the organizations are drafted with their acronyms`(source: URL) throws {
        let drafts = try drafts(source, .organization)
        #expect(
            drafts.map(\.detail.acronym) == ["ICE", "CNDH", "IOM", "PGR", "USAID", "DOJ"]
        )
        #expect(
            drafts.map(\.title) == [
                "U.S. Immigration and Customs Enforcement", "National Commission for Human Rights",
                "International Organization for Migration", "Attorney General's office",
                "U.S. Agency for International Development", "U.S. Department of Justice",
            ]
        )
        #expect(drafts.map(\.paragraph) == [1, 1, 1, 2, 2, 2])
    }

    @Test(arguments: SourceDocumentTests.sources)
    func `the people are drafted with their office`(source: URL) throws {
        let drafts = try drafts(source, .person)
        #expect(
            drafts.map(\.title) == [
                "Jose Luis Soberanes Fernandez", "Mariano Herran Salvatti",
                "Jose Luis Santiago Vasconcelos",
            ]
        )
        #expect(
            drafts.prefix(2).map(\.detail.office) == ["CNDH President", "Chiapas Attorney General"]
        )
        let office = try #require(drafts.last?.detail.office)
        #expect(office.hasPrefix("chief of the"))
        #expect(office.contains("PGR"))
        #expect(office.contains("organized crime unit"))
        #expect(drafts.map(\.paragraph) == [3, 3, 4])
    }

    @Test(arguments: SourceDocumentTests.sources)
    func `the lists give four challenges, four remedies and four programmes`(source: URL) throws {
        let challenges = try drafts(source, .challenge).filter { $0.paragraph == 4 }
        #expect(challenges.count == 6)
        #expect(challenges[4].title.hasPrefix("lack of a federal TIP"))
        #expect(challenges[5].title.hasPrefix("poor "))
        for kind in [Draft.Kind.remedy, .programme] {
            let drafts = try drafts(source, kind)
            #expect(drafts.count == 4)
            #expect(drafts.allSatisfy { $0.paragraph == 4 })
        }
    }

    @Test(arguments: SourceDocumentTests.sources)
    func `the figures are drafted with what they count`(source: URL) throws {
        let drafts = try drafts(source, .figure)
        let attendees = try #require(drafts.first { $0.detail.unit == "attendees" })
        #expect(attendees.detail.amount == 200)
        #expect(attendees.detail.qualifier == "more than")
        let migrants = try #require(drafts.first { $0.detail.unit == "migrants" })
        #expect(migrants.detail.amount == 500)
        #expect(migrants.detail.per == "day")
        #expect(migrants.detail.qualifier == "about")
        #expect(migrants.paragraph == 5)
        let workers = try #require(drafts.first { $0.detail.unit == "Chinese workers" })
        #expect(workers.detail.amount == 2)
        #expect(workers.paragraph == 3)
    }

    @Test(arguments: SourceDocumentTests.sources)
    func `dates and places are drafted`(source: URL) throws {
        let dates = try drafts(source, .date)
        #expect(dates.map(\.detail.from) == ["2006-06-14", "2006-06-14"])
        #expect(dates.map(\.detail.through) == ["2006-06-15", "2006-06-15"])
        let places = Set(try drafts(source, .place).map(\.title))
        #expect(
            places.isSuperset(of: [
                "Mexico", "Guatemala", "Tapachula", "Chiapas", "Guanajuato", "Nuevo Leon",
            ])
        )
    }

    @Test(arguments: SourceDocumentTests.sources)
    func `drafts have names of their own, and mark words of their paragraph`(source: URL) throws {
        let telegram = try Files.read(source)
        let drafts = Drafter.drafts(of: telegram)
        #expect(Set(drafts.map(\.id)).count == drafts.count)
        #expect(drafts.map(\.id) == Drafter.drafts(of: telegram).map(\.id))
        #expect(Set(drafts.map(\.kind)) == Set(Draft.Kind.allCases))
        for draft in drafts where [.figure, .date, .place, .remedy].contains(draft.kind) {
            let bytes = Array(telegram.paragraphs[draft.paragraph - 1].text.utf8)
            #expect(String(decoding: bytes[draft.range], as: UTF8.self).hasSuffix(draft.title))
        }
    }

    @Test(.enabled(if: SharedFolder.isPresent, "the folder ../shared is absent"))
    func `the challenges of the source document are its own words`() throws {
        let original = try #require(Files.original)
        let titles = try drafts(original, .challenge).filter { $0.paragraph == 4 }.map(\.title)
        #expect(
            titles.prefix(3) == [
                "lack of a federal law against trafficking",
                "insufficient awareness and sensitivity among the general public",
                "corruption and impunity among authorities",
            ]
        )
    }

    // MARK: Sentences of our own

    @Test func `an organization may be introduced in Spanish`() {
        let found = drafts("The Instituto Nacional de Migración (INM) met the SRE.", .organization)
        #expect(
            found.map(\.title) == [
                "Instituto Nacional de Migración", "Secretaría de Relaciones Exteriores",
            ]
        )
        #expect(found.map(\.detail.acronym) == ["INM", "SRE"])
    }

    @Test func `what is introduced in small letters is no organization`() {
        #expect(
            drafts("They spoke of sexual abuse of minors (SAM) and SAM cases.", .organization)
                .isEmpty
        )
    }

    @Test(arguments: [
        ("Judge Ana Maria Ruiz of Tijuana ruled.", "Ana Maria Ruiz", "Judge"),
        ("We met Foreign Minister Luis Derbez.", "Luis Derbez", "Foreign Minister"),
        (
            "Rosa Perez, the director of the shelter, agreed.", "Rosa Perez",
            "director of the shelter"
        ),
        ("INM Commissioner Hipolito Trevino spoke.", "Hipolito Trevino", "INM Commissioner"),
    ])
    func `a person is known by the office`(text: String, name: String, office: String) {
        let found = drafts(text, .person)
        #expect(found.map(\.title) == [name])
        #expect(found.map(\.detail.office) == [office])
    }

    @Test(arguments: [
        "The Attorney General's office answered.", "Mexico City, the capital, is far.",
        "President of the commission.", "In June the Senate met.",
    ])
    func `an office without a name is no person`(text: String) {
        #expect(drafts(text, .person).isEmpty)
    }

    @Test(
        arguments: [
            ("Shelters took in 1,250 women and girls.", 1250, "women", nil),
            ("At least 40 percent were minors.", 40, "percent", nil),
            ("They spent $2.5 million last year.", 2_500_000, "dollars", nil),
            ("Police freed twelve Honduran girls.", 12, "Honduran girls", nil),
            ("Some 30 people per week arrive.", 30, "people", "week"),
        ] as [(String, Double, String, String?)]
    )
    func `a figure has an amount and a unit`(
        text: String,
        amount: Double,
        unit: String,
        per: String?
    ) {
        let found = drafts(text, .figure)
        #expect(found.map(\.detail.amount) == [amount])
        #expect(found.map(\.detail.unit) == [unit])
        #expect(found.map(\.detail.per) == [per])
    }

    @Test(arguments: [
        "In 2006 Congress met.", "See paragraph 4 for reasons.", "On June 14 police came.",
        "One of the ideas was good.",
    ])
    func `a year, a paragraph or a day is no figure`(text: String) {
        #expect(drafts(text, .figure).isEmpty)
    }

    @Test(arguments: [
        ("It opens March 3, 2005.", "2005-03-03", "2005-03-03"),
        ("From 22-29 September they worked.", "2006-09-22", "2006-09-29"),
        ("On May 1 and 2, all met.", "2006-05-01", "2006-05-02"),
        ("On May 1 and 2 judges met.", "2006-05-01", "2006-05-01"),
    ])
    func `a date has its first and last day`(text: String, from: String, through: String) {
        let found = drafts(text, .date)
        #expect(found.map(\.detail.from) == [from])
        #expect(found.map(\.detail.through) == [through])
    }

    @Test func `a list without semicolons is left to the reader`() {
        #expect(drafts("The problems include money, time and will.", .challenge).isEmpty)
    }

    @Test func `the last word before the list says what it lists`() {
        let text = "To answer these problems there are projects such as a hotline; and a shelter."
        #expect(drafts(text, .programme).map(\.title) == ["hotline", "shelter"])
        #expect(drafts(text, .challenge).isEmpty)
    }

    @Test func `a lack stated by a verb is a challenge`() {
        let text = "Guatemala still lacks a shelter for boys, and the absence of judges hurts."
        #expect(
            drafts(text, .challenge).map(\.title) == [
                "lack of shelter for boys", "absence of judges hurts",
            ]
        )
    }

    @Test func `a place unknown to the gazetteer follows a preposition`() {
        #expect(
            drafts("Police in Union Juarez and Guatemala's army met near Cacahoatan.", .place)
                .map(\.title) == ["Union Juarez", "Guatemala", "Cacahoatan"]
        )
    }

    @Test func `a text in capitals gives figures and dates but no names`() {
        let text = "PRESIDENT LOPEZ OF THE PGR SAID ON AUGUST 8 THAT 2,500 SHORT TONS WERE SOLD."
        #expect(drafts(text).map(\.kind) == [.date, .figure])
    }

    @Test(arguments: UInt64(1)...60)
    func `words in any order are drafted without harm`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "the", "challenges", "including:", "remedies", "programs:", "a;", "and", "lack", "of",
            "lacks", "poor", "President", "Attorney", "General's", "Ana", "Ruiz,", "chief", "(PGR)",
            "ICE", "USAID-led", "June", "14", "14-15", "and", "2006", "two", "million", "$5",
            "40%", "per", "day", "people", "in", "Tapachula.", "Mexico-Guatemala", "Dr.", "é", "“",
            "-", "’s", "(", ")", "...", "U.S.",
        ]
        var telegram = Telegram()
        let words = (0..<Int.random(in: 1...80, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }
        telegram.paragraphs = [paragraph(words.joined(separator: " "))]
        let count = telegram.paragraphs[0].text.utf8.count
        for draft in Drafter.drafts(of: telegram) {
            #expect(!draft.range.isEmpty && draft.range.upperBound <= count)
            #expect(!draft.title.isEmpty)
        }
    }

    // MARK: Helpers

    private func drafts(_ source: URL, _ kind: Draft.Kind) throws -> [Draft] {
        Drafter.drafts(of: try Files.read(source)).filter { $0.kind == kind }
    }

    private func drafts(_ text: String, _ kind: Draft.Kind? = nil) -> [Draft] {
        var telegram = Telegram()
        telegram.dateTime = TelegramTime(year: 2006, month: 6, day: 21, hour: 0, minute: 0)
        telegram.paragraphs = [paragraph(text)]
        return Drafter.drafts(of: telegram).filter { kind == nil || $0.kind == kind }
    }

    private func paragraph(_ text: String) -> TelegramParagraph {
        TelegramParagraph(number: 1, text: text)
    }
}
