import Foundation
import Linkage
import TestSupport
import Testing

/// What each column of a text is used as.
private func uses(_ text: String) throws -> [String: ColumnGuess.Use] {
    let (_, report) = try RecordReader().read([.bytes(Array(text.utf8), name: "a")])
    return Dictionary(
        report.sources[0].guesses.map { ($0.column, $0.use) },
        uniquingKeysWith: { first, _ in first }
    )
}

@Suite struct `What columns hold is guessed` {
    @Test(arguments: [
        ("given_name", FieldKind.givenNames), ("First Name", .givenNames),
        ("nombre(s)", .givenNames),
        ("prénom", .givenNames), ("surname", .surnames), ("Apellido Paterno", .surnames),
        ("apellido_materno", .surnames), ("Primer apellido", .surnames), ("lastName", .surnames),
        ("family name", .surnames), ("full_name", .fullName), ("Nombre completo", .fullName),
        ("first_and_surname", .fullName), ("dob", .dateOfBirth), ("date_of_birth", .dateOfBirth),
        ("birthdate", .dateOfBirth), ("Fecha de nacimiento", .dateOfBirth),
        ("fecha_nac", .dateOfBirth),
        ("FN", .dateOfBirth), ("sexo", .sex), ("gender", .sex), ("Teléfono", .phone),
        ("phone", .phone),
        ("cel", .phone), ("municipio", .place), ("city", .place), ("suburb", .place),
        ("postcode", .place), ("CP", .place), ("state", .place), ("country", .place),
        ("nacionalidad", .place), ("birth_place", .place), ("postcode_fake", .place),
        ("address_1", .place), ("soc_sec_id", .document), ("ssn", .document), ("CURP", .document),
        ("pasaporte", .document), ("dni", .document), ("email", .other), ("occupation", .other),
        ("street_number", .other), ("fname_c1", .givenNames), ("lname_c2", .surnames),
    ])
    func `by the column's name`(column: String, kind: FieldKind) throws {
        let uses = try uses("key,\(column)\n1,Ana\n2,Eva\n")
        #expect(uses[column] == .field(kind))
        #expect(uses["key"] == .identifier)
    }

    @Test(arguments: [
        "cluster", "ent_id", "cluster_id", "simulant_id", "true_id", "rec_id", "uuid", "person_id",
        "fecha_registro", "created_at", "household_id", "notas",
    ])
    func `and what would give the answer away or says nothing is left out`(column: String) throws {
        #expect(try uses("key,nombre,\(column)\n1,Ana,1\n2,Eva,2\n")[column] == .leftOut)
    }

    @Test func `by the values where the name says nothing`() throws {
        var text = "key,c1,c2,c3,c4,c5,c6\n"
        let names = ["Ana López", "Juan Díaz", "María Ruiz", "Pedro Gil"]
        for row in 0..<40 {
            text += "\(row),\(names[row % 4]),19\(50 + row)-0\(1 + row % 9)-1\(row % 10),"
            text +=
                "\(row % 2 == 0 ? "F" : "M"),+52 962 12\(row + 10) 3\(row + 100),k\(row % 7),same\n"
        }
        let uses = try uses(text)
        #expect(uses["c1"] == .field(.fullName))
        #expect(uses["c2"] == .field(.dateOfBirth))
        #expect(uses["c3"] == .field(.sex))
        #expect(uses["c4"] == .field(.phone))
        #expect(uses["c5"] == .field(.other))
        #expect(uses["c6"] == .leftOut)
    }

    @Test func `an identifier that is not the first is found when the first is a name`() throws {
        let uses = try uses("fname_c1,lname_c1,rec_id,ent_id\nANA,DIAZ,1,7\nEVA,GIL,2,7\n")
        #expect(uses["rec_id"] == .identifier)
        #expect(uses["ent_id"] == .leftOut)
    }

    @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data beside the package"))
    func `as it should be in public sets`() throws {
        let folder = try #require(SharedFolder.url).appending(path: "linkage-data")
        func kinds(_ file: String) throws -> [String] {
            let (table, report) = try RecordReader().read([
                .file(path: folder.appending(path: file).path)
            ])
            #expect(report.badRowCount == 0)
            return table.fields.map { "\($0.name) \($0.kind)" }
        }
        #expect(
            try kinds("RLdata10000.csv") == [
                "fname_c1 givenNames", "fname_c2 givenNames", "lname_c1 surnames",
                "lname_c2 surnames",
                "by+bm+bd dateOfBirth",
            ]
        )
        #expect(
            try kinds("fake_1000.csv") == [
                "first_name givenNames", "surname surnames", "dob dateOfBirth", "city place",
                "email other",
            ]
        )
    }
}
