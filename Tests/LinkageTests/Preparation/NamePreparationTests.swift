import Linkage
import Testing

/// The words that are compared of a name, with one space between.
private func words(_ value: String, _ kind: FieldKind) -> String {
    let table = RecordTable(fields: [Field(name: "name", kind: kind)], sources: [[("1", [value])]])
    return table.names[0].map { String(decoding: table.names.vocabulary[$0.id], as: UTF8.self) }
        .joined(separator: " ")
}

@Suite struct `Names come to comparable form` {
    @Test(arguments: [
        ("María José", "maria jose"), ("Ma. Elena", "maria elena"),
        ("M.ª del Carmen", "maria carmen"),
        ("Ma Elena", "maria elena"), ("María de los Ángeles", "maria angeles"),
        ("J. Jesús", "j jesus"), ("J.Jesús", "j jesus"), ("Jean-Baptiste", "jean baptiste"),
        ("Fco. Javier", "francisco javier"), ("JOSÉ", "jose"), ("Łukasz", "lukasz"),
        ("Xiao Ming", "xiaoming"), ("Xiao-ming", "xiaoming"), ("Xiaoming", "xiaoming"),
        ("Ma", "ma"), ("Na", "na"), ("Juan An", "juan an"), ("Md. Abdul", "muhammad abdul"),
        ("Carlos Jr.", "carlos"), ("José 2", "jose"), ("Mar1a J0se", "maria jose"), ("Ana2", "ana"),
        ("Lu9is", "luis"),
    ])
    func `given names`(value: String, expected: String) {
        #expect(words(value, .givenNames) == expected)
    }

    @Test(arguments: [
        ("de la Cruz y Gómez", "cruz gomez"), ("Delacruz", "cruz"),
        ("García de Pérez", "garcia perez"),
        ("López viuda de Ruiz", "lopez ruiz"), ("López Vda. de Ruiz", "lopez ruiz"),
        ("O'Brien", "obrien"), ("D’Angelo", "dangelo"), ("Mc Donald", "macdonald"),
        ("McDonald", "macdonald"), ("MacDonald", "macdonald"), ("San Martín", "sanmartin"),
        ("Sanmartín", "sanmartin"), ("St. Fleur", "saintfleur"), ("Saint-Fleur", "saintfleur"),
        ("Stfleur", "saintfleur"), ("Du", "du"), ("Ma", "ma"), ("Hdez.", "hernandez"),
        ("Pérez Jr.", "perez"), ("Pérez (hijo)", "perez"), ("Carvalho Filho", "carvalho"),
        ("van der Berg", "berg"), ("Al-Masri", "masri"), ("bin Khalid", "khalid"),
        ("Ortega e Souza", "ortega souza"), ("PE?A", "pea"), ("Núñez", "nunez"),
    ])
    func surnames(value: String, expected: String) {
        #expect(words(value, .surnames) == expected)
    }

    @Test(arguments: [
        ("Abdurrahman bin Khalid", "abdul rahman khalid"),
        ("Abdul Rahman Khalid", "abdul rahman khalid"),
        ("Abd al-Rahman Khalid", "abdul rahman khalid"), ("Abd Allah", "abdullah"),
        ("Abdallah", "abdullah"), ("Salahuddin Ahmed", "salah uddin ahmed"),
        ("Salah ud-Din", "salah uddin"), ("Habibullah Khan", "habib ullah khan"),
        ("Abu Bakr", "abubakr"), ("Wang Xiao Ming", "wang xiaoming"),
        ("Xiao-ming WANG", "xiaoming wang"), ("Ou Yang Xiu", "ouyang xiu"),
        ("Đỗ Văn Minh", "do minh"), ("Dr. Juan Pérez", "juan perez"),
        ("john smith 2nd baronet", "john smith"),
        ("thomas clifford, 1st baron clifford of chudleigh", "thomas clifford clifford chudleigh"),
    ])
    func `whole names`(value: String, expected: String) {
        #expect(words(value, .fullName) == expected)
    }

    @Test(arguments: [
        "N/A", "NA", "NULL", "desconocida", "SIN DATO", "s/d", "-", "?", "XX", "xxxx", "N.N.", "  ",
        "",
        "nan", "Unknown", "se desconoce",
    ])
    func `a word for nothing is nothing`(value: String) {
        #expect(words(value, .givenNames).isEmpty)
        #expect(words(value, .surnames).isEmpty)
    }

    @Test(arguments: [
        ("JosÃ©", "jose"), ("PeÃ±a", "pena"), ("MarÃ\u{ad}a", "maria"), ("MÃ¼ller", "muller"),
        ("SÃO", "sao"),
    ])
    func `letters that were read in the wrong encoding are mended`(value: String, expected: String)
    {
        #expect(words(value, .surnames) == expected)
    }

    @Test func `decomposed letters, full-width letters and ligatures are letters`() {
        #expect(words("Jose\u{301} Nun\u{303}ez", .fullName) == "jose nunez")
        #expect(words("ＪＯＳＥ", .givenNames) == "jose")
        #expect(
            words("Æsa Straße Øster Þór Đặng Ħal", .surnames) == "aesa strasse oster thor dang hal"
        )
    }

    @Test func `before a comma are the surnames, and given names come first`() {
        let table = RecordTable(
            fields: [Field(name: "name", kind: .fullName)],
            sources: [[("1", ["López Díaz, Ana María"]), ("2", ["Ana López"])]]
        )
        let vocabulary = table.names.vocabulary
        let first = table.names[0].map { String(decoding: vocabulary[$0.id], as: UTF8.self) }
        #expect(first == ["ana", "maria", "lopez", "diaz"])
        #expect(table.names[0].map(\.role) == [.given, .given, .surname, .surname])
        #expect(table.names[1].map(\.role) == [.either, .either])
    }

    @Test func `a name written whole and in parts counts once`() {
        let table = RecordTable(
            fields: [
                Field(name: "whole", kind: .fullName), Field(name: "surname", kind: .surnames),
                Field(name: "given", kind: .givenNames),
            ],
            sources: [[("1", ["thomas clifford of chudleigh", "chudleigh", "thomas"])]]
        )
        let words = table.names[0].map {
            String(decoding: table.names.vocabulary[$0.id], as: UTF8.self)
        }
        #expect(words == ["thomas", "chudleigh", "clifford"])
        #expect(table.names[0].map(\.role) == [.given, .surname, .either])
        #expect(table.names.vocabulary.counts.allSatisfy { $0 == 1 })
    }
}
