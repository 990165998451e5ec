import Linkage
import TestSupport
import Testing

@Suite struct `Spoilt tables do no harm` {
    @Test(arguments: Array(1...8) as [UInt64])
    func `each row is a record, a bad row or blank, and reading ends`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let whole = Array(
            #"""
            id,nombres,apellidos,fecha_nac,sexo,tel,curp,municipio
            1,María José,"de la Cruz, López",1990-05-17,F,962 123 4567,CULJ900517MCSRPS01,Tapachula
            2,"Juan ""Juanito""",Díaz,17/05/1990,M,+52 962 765 4321,,"Tuxtla
            Gutiérrez"
            3,王小明,,c. 1985,H,,G0345,San José
            """#.utf8
        )
        let signs =
            Array("\",;\t|\r\n \u{0}éñ0x".utf8) + [0xff, 0xfe, 0xef, 0xbb, 0xbf, 0xc3, 0xe2, 0xf0]
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0 where place < bytes.count: bytes.remove(at: place)
                case 1 where place < bytes.count:
                    bytes[place] = signs.randomElement(using: &random) ?? 0
                case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
                case 3: bytes = Array(bytes.prefix(place))
                default: bytes.insert(contentsOf: bytes.dropFirst(place).prefix(30), at: place)
                }
            }
            check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) {
        do {
            let (table, report) = try RecordReader().read([.bytes(bytes, name: "a")])
            let source = report.sources[0]
            #expect(table.count == source.rows)
            #expect(
                source.badRows == report.badRowCount && report.badRows.count == report.badRowCount
            )
            #expect(
                zip(report.badRows, report.badRows.dropFirst()).allSatisfy { $0.line <= $1.line }
            )
            #expect(table.names.offsets.count == table.count + 1)
            #expect(table.names.tokens.allSatisfy { $0.id < table.names.vocabulary.count })
            for column in table.columns {
                switch column.values {
                case .dates(let dates): #expect(dates.count == table.count)
                case .codes(let codes):
                    #expect(codes.values.count == table.count)
                    #expect(codes.dictionary.counts.reduce(0, +) == UInt32(table.count))
                }
            }
            // Read again in UTF-16, which comes to the same unless some bytes are no text.
            guard source.encoding == .utf8, let text = String(validating: bytes, as: UTF8.self),
                !text.hasPrefix("\u{feff}")
            else { return }
            let wide: [UInt8] =
                [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
            let again = try RecordReader().read([.bytes(wide, name: "a")])
            #expect(again.table.count == table.count)
            #expect(again.report.badRows == report.badRows)
        } catch {
            #expect(!error.text(in: .english).isEmpty)
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `values in quotes come back as they were`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var scalars = Scalars(seed: seed)
        let separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
        // By scalars: a quote and an accent after it are one character.
        func quoted(_ text: String) -> String {
            "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }
        var identifiers: [String] = []
        var text = ["id", "nombre"].joined(separator: separator) + "\n"
        for row in 0..<3000 {
            let identifier =
                "\(row)"
                + [",", "\"", "\n", ";x", "\"\"", "é", "|"].shuffled(using: &random).prefix(2)
                .joined() + "."
            identifiers.append(identifier)
            text += quoted(identifier) + separator + quoted(scalars.text()) + "\r\n"
        }
        let (table, report) = try RecordReader().read([.bytes(Array(text.utf8), name: "a")])
        #expect(report.badRowCount == 0)
        let found = (0..<table.count).map { table.identifiers[$0] }
        #expect(zip(found, identifiers).allSatisfy { $0 == $1 } && found.count == identifiers.count)
    }
}
