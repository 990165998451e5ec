import Testing

@testable import Linkage

/// Reads texts as sources.
private func read(
    _ texts: String...,
    fields: [Field]? = nil,
    identifier: String? = nil
) throws(ReadingFailure) -> (table: RecordTable, report: ReadingReport) {
    let sources = texts.enumerated().map {
        RecordSource.bytes(Array($1.utf8), name: "source \($0)")
    }
    return try RecordReader(fields: fields, identifier: identifier).read(sources)
}

/// The words of a row's name.
private func words(_ table: RecordTable, _ row: Int) -> [String] {
    table.names[row].map { String(decoding: table.names.vocabulary[$0.id], as: UTF8.self) }
}

@Suite struct `Tables of text are read into records` {
    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
    func `with any separator and any line end`(separator: String, end: String) throws {
        let rows = [["id", "nombre", "apellidos"], ["1", "Ana", "López"], ["2", "Juan", "Díaz"]]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: end)
        for last in ["", end] {
            let (table, report) = try read(text + last)
            #expect(table.count == 2)
            #expect(words(table, 1) == ["juan", "diaz"])
            #expect(report.sources[0].separator == Character(separator))
            #expect(report.badRowCount == 0)
        }
    }

    @Test func `quotes hold separators, line ends and quotes`() throws {
        let text =
            "id,nombre,ciudad\n1,\"Ana \"\"Anita\"\"\",\"Tuxtla, Chis.\nMéxico\"\n2, \"Eva\" ,\"\"\n"
        let (table, report) = try read(text)
        #expect(report.badRowCount == 0)
        #expect(words(table, 0) == ["ana", "anita"])
        #expect(words(table, 1) == ["eva"])
        guard case .codes(let towns) = table.columns[0].values else { return }
        #expect(String(decoding: towns.dictionary[1], as: UTF8.self) == "tuxtla chis mexico")
        #expect(towns.values == [1, 0])
    }

    @Test func `bad rows are kept out and named by line and reason`() throws {
        let text = """
            id,nombre,sexo
            1,Ana,F
            2,Eva
            ,Ada,F
            1,Ida,F

            3,"Uma" x,F
            4,"Lía
            Sol",F
            5,Zoe,F,
            6,Mía,F
            """
        let (table, report) = try read(text)
        #expect((0..<table.count).map { table.identifiers[$0] } == ["1", "4", "6"])
        #expect(
            report.badRows == [
                BadRow(source: 0, line: 3, reason: .columns(found: 2, expected: 3)),
                BadRow(source: 0, line: 4, reason: .noIdentifier),
                BadRow(source: 0, line: 5, reason: .repeatedIdentifier),
                BadRow(source: 0, line: 7, reason: .strayQuote),
                BadRow(source: 0, line: 10, reason: .columns(found: 4, expected: 3)),
            ]
        )
        for row in report.badRows {
            #expect(row.reason.text(in: .spanish) != row.reason.text(in: .english))
        }
    }

    @Test func `a quote that is never closed costs one row`() throws {
        let (table, report) = try read("id,nombre\n1,\"Ana\n2,Eva\n3,Ada\n")
        #expect((0..<table.count).map { table.identifiers[$0] } == ["2", "3"])
        #expect(report.badRows == [BadRow(source: 0, line: 2, reason: .unclosedQuote)])
    }

    @Test func `a row longer than may be costs one row`() throws {
        let long = String(repeating: "a", count: 900_000)
        let (table, report) = try read("id,nombre\n1,\(long)\n2,Eva\n3,\"\(long)\"\n4,Ada\n")
        #expect((0..<table.count).map { table.identifiers[$0] } == ["2", "4"])
        #expect(report.badRows.map(\.line) == [2, 4])
    }

    @Test func `the same identifier may be in two sources`() throws {
        let (table, report) = try read("id,nombre\n1,Ana\n", "id,nombre\n1,Eva\n")
        #expect(table.sources == [0..<1, 1..<2])
        #expect(report.badRowCount == 0)
    }

    @Test func `Windows-1252 and UTF-16 are found out, and spoilt UTF-8 is kept out`() throws {
        let text = "id,nombre\n1,José Muñoz\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let little: [UInt8] =
            [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let big: [UInt8] =
            [0xfe, 0xff] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
        let marked: [UInt8] = [0xef, 0xbb, 0xbf] + Array(text.utf8)
        for (bytes, encoding) in [
            (latin, TextEncoding.windows1252), (little, .utf16LittleEndian), (big, .utf16BigEndian),
            (marked, .utf8),
        ] {
            let (table, report) = try RecordReader().read([.bytes(bytes, name: "a")])
            #expect(words(table, 0) == ["jose", "munoz"])
            #expect(report.sources[0].encoding == encoding)
        }
        let spoilt =
            Array("id,nombre\n1,José\n2,Ñandú Muñoz\n3,J".utf8) + [0xff] + Array("\n4,Ana\n".utf8)
        let (table, report) = try RecordReader().read([.bytes(spoilt, name: "a")])
        #expect(table.count == 3)
        #expect(report.badRows == [BadRow(source: 0, line: 4, reason: .badText)])
    }

    @Test func `letters beyond ASCII may come late`() throws {
        var bytes = Array("id,nombre\n".utf8)
        for row in 0..<60_000 { bytes += Array("\(row),Ana Pérez\n".utf8.filter { $0 < 0x80 }) }
        bytes += Array("x,Jos".utf8) + [0xe9, 0x0a]
        let (table, report) = try RecordReader().read([.bytes(bytes, name: "a")])
        #expect(report.sources[0].encoding == .windows1252)
        #expect(words(table, 60_000) == ["jose"])
    }

    @Test func `columns in another order and under other names find their fields`() throws {
        let (table, _) = try read(
            "id,nombres,apellidos,fecha_nac\n1,Ana,López,1990-05-17\n",
            "clave,date_of_birth,last_name,first_name\n1,17/05/1990,Lopez,ANA\n",
            fields: [
                Field(name: "nombres", kind: .givenNames),
                Field(name: "apellidos", kind: .surnames),
                Field(name: "fecha_nac", kind: .dateOfBirth),
            ]
        )
        #expect(words(table, 0) == words(table, 1))
        guard case .dates(let dates) = table.columns[0].values else { return }
        #expect(dates[0] == dates[1])
    }

    @Test func `a whole name in one source meets its parts in another`() throws {
        let (table, _) = try read(
            "id,nombre_completo\n1,Ana López\n",
            "id,nombres,apellidos\n1,Ana,López\n"
        )
        #expect(words(table, 0) == ["ana", "lopez"])
        #expect(words(table, 1) == ["ana", "lopez"])
    }

    @Test func `columns of year, month and day are one date`() throws {
        let text = "rec_id,name,by,bm,bd\n1,Ana,1967,9,27\n2,Eva,1967,NA,NA\n3,Ada,NA,1,2\n"
        for fields in [
            nil,
            [Field(name: "name", kind: .fullName)]
                + ["by", "bm", "bd"].map { Field(name: $0, kind: .dateOfBirth) },
        ] {
            let (table, _) = try read(text, fields: fields)
            #expect(table.fields.count == 2)
            guard case .dates(let dates) = table.columns[0].values else { return }
            #expect(dates.map(\.description) == ["1967-09-27", "1967", ""])
        }
    }

    @Test func `what cannot be read at all is said in two languages`() {
        let failures: [(String, ReadingFailure)] = [
            ("", .empty(source: "source 0")),
            ("id,a,a\n1,2,3\n", .repeatedColumn(source: "source 0", column: "a")),
            ("id,,b\n", .badHeader(source: "source 0")),
            (
                "nombre,apellido\nAna,López\n",
                .noIdentifierColumn(source: "source 0", first: "nombre")
            ),
            ("id\n1\n", .nothingToCompare(source: "source 0")),
        ]
        for (text, failure) in failures {
            #expect(throws: failure) { try read(text) }
            #expect(failure.text(in: .english) != failure.text(in: .spanish))
        }
        #expect(
            throws: ReadingFailure.noColumn(source: "source 0", column: "x", present: ["id", "a"])
        ) {
            try read("id,a\n1,2\n", identifier: "x")
        }
        #expect(throws: ReadingFailure.self) {
            try RecordReader().read([.file(path: "no such folder/no such file")])
        }
    }

    @Test func `progress is told and ends below the size`() throws {
        var text = "id,nombre\n"
        for row in 0..<40_000 { text += "\(row),Ana\n" }
        var told: [ReadingProgress] = []
        let (table, _) = try RecordReader().read([.bytes(Array(text.utf8), name: "a")]) {
            told.append($0)
        }
        #expect(table.count == 40_000)
        #expect(told.map(\.rows) == [16_384, 32_768])
        #expect(told.allSatisfy { $0.bytes <= $0.size ?? 0 })
    }
}
