import Testing

@testable import Linkage

private func prepared(_ value: String, _ kind: FieldKind) -> String {
    var result: [UInt8] = []
    ValuePreparation.prepare(Array(value.utf8).span, kind: kind, into: &result)
    return String(decoding: result, as: UTF8.self)
}

@Suite struct `Other values come to comparable form` {
    @Test(arguments: [
        "962 123 4567", "9621234567", "+52 962 123 4567", "+52 1 (962) 123-4567", "0052 9621234567",
        "9621234567.0", "962 123 4567 ext. 22", "962-123-4567 x9", "044 962 123 4567",
    ])
    func `a telephone in all its forms`(value: String) {
        #expect(prepared(value, .phone) == "21234567")
    }

    @Test(arguments: ["", "0000000000", "99999999", "123", "no tiene", "N/A", "s/n"])
    func `no telephone`(value: String) {
        #expect(prepared(value, .phone).isEmpty)
    }

    @Test func `a short local number stays whole`() {
        #expect(prepared("5512-3456", .phone) == "55123456")
        #expect(prepared("+502 5512 3456", .phone) == "55123456")
        #expect(prepared("712 345", .phone) == "712345")
    }

    @Test(arguments: [
        ("abc-123 456/z", "ABC123456Z"), ("G03456789", "G03456789"), ("00123", "00123"),
        ("ñ12345", "N12345"),
        ("99999", ""), ("N/A", ""), ("no tiene", ""), ("000000", ""), ("xxxx", ""),
        ("desconocido", ""),
    ])
    func documents(value: String, expected: String) {
        #expect(prepared(value, .document) == expected)
    }

    @Test(arguments: [
        ("Tapachula de Córdova y Ordóñez, Chis.", "tapachula de cordova y ordonez chis"),
        ("0703", "0703"), ("  SAN   JOSÉ ", "san jose"), ("S/D", ""), ("Перу", "peru"),
        ("St. John's", "st johns"),
    ])
    func places(value: String, expected: String) {
        #expect(prepared(value, .place) == expected)
    }

    @Test(arguments: [
        ("Mujer", "f"), ("F", "f"), ("femenino", "f"), ("Female", "f"), ("2", "f"),
        ("Feminino", "f"),
        ("Hombre", "m"), ("H", "m"), ("Masculin", "m"), ("male", "m"), ("1", "m"), ("Homme", "m"),
        ("X", "x"), ("No binario", "x"), ("", ""), ("9", ""), ("se ignora", ""),
    ])
    func sexes(value: String, expected: String) {
        #expect(prepared(value, .sex) == expected)
    }

    @Test func `M is a woman where men are H, and a man elsewhere, in each source apart`() {
        let table = RecordTable(
            fields: [Field(name: "sexo", kind: .sex)],
            sources: [
                [("1", ["M"]), ("2", ["H"])], [("1", ["M"]), ("2", ["F"])], [("1", ["M"])],
            ]
        )
        guard case .codes(let column) = table.columns[0].values else { return }
        let values = column.values.map {
            String(decoding: column.dictionary[Int($0)], as: UTF8.self)
        }
        #expect(values == ["f", "m", "m", "f", "m"])
        #expect(column.dictionary.counts.reduce(0, +) == 5)
    }

    @Test func `each step can be read in two languages, and the last is what is compared`() {
        let steps = Preparation.trace(of: "Dra. Mª Delacruz, Abdurrahman", as: .fullName)
        #expect(
            steps.map(\.rule)
                == [.letters, .abbreviations, .compounds, .leftOut].filter { rule in
                    steps.contains { $0.rule == rule }
                }
        )
        #expect(steps.last?.result.contains("cruz") == true)
        for rule in Preparation.Rule.allCases {
            #expect(!rule.text(in: .english).isEmpty && !rule.text(in: .spanish).isEmpty)
            #expect(rule.text(in: .english) != rule.text(in: .spanish))
        }
        #expect(Preparation.trace(of: "maria", as: .givenNames).isEmpty)
        #expect(Preparation.trace(of: "N/A", as: .phone) == [.init(rule: .missing, result: "")])
        #expect(Preparation.trace(of: "31/02/1990", as: .dateOfBirth).first?.rule == .impossible)
        #expect(Preparation.trace(of: "M", as: .sex).first?.result == "m")
    }
}
