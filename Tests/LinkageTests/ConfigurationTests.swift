import Linkage
import TestSupport
import Testing

private func read(_ text: String) throws -> LinkageConfiguration {
    try LinkageConfiguration(yaml: Array(text.utf8))
}

@Test func `a configuration names the id, the columns with their kinds, and how to decide`() throws
{
    let configuration = try read(
        """
        # Two registers of one border
        id: folio
        columns:
          nombres: given names
          "apellido paterno": Surnames
          fecha_nac: date-of-birth
          notas: ignore
        threshold: 0.9
        one-to-one: yes
        """
    )
    #expect(configuration.identifier == "folio")
    #expect(
        configuration.fields == [
            Field(name: "nombres", kind: .givenNames),
            Field(name: "apellido paterno", kind: .surnames),
            Field(name: "fecha_nac", kind: .dateOfBirth),
        ]
    )
    #expect(configuration.columns.map(\.choice).last == .ignored)
    #expect(configuration.columns.map(\.line) == [4, 5, 6, 7])
    #expect(configuration.threshold == 0.9)
    #expect(configuration.isOneToOne == true)
}

@Test func `a configuration without columns leaves the kinds to be guessed`() throws {
    let configuration = try read("threshold: 1")
    #expect(configuration.fields == nil)
    #expect(configuration.threshold == 1)
}

@Test(
    arguments: [
        ("", 0, .empty), ("# nothing\n", 0, .empty),
        ("id: a\ncolums:\n  a: sex\n", 2, .unknownKey("colums")),
        ("id: a\nid: b\n", 2, .repeated("id")),
        ("columns:\n  a: sex\n  a: place\n", 3, .repeated("a")),
        ("columns:\n  a: sex\n  b: gender\n", 3, .unknownKind("gender")),
        ("columns:\n  a: ignore\n", 2, .nothingToCompare),
        ("columns: [a, b]\n", 1, .badValue(key: "columns", takes: .columns)),
        ("threshold: 1.5\n", 1, .badValue(key: "threshold", takes: .probability)),
        ("threshold: nan\n", 1, .badValue(key: "threshold", takes: .probability)),
        ("threshold: 0\n", 1, .badValue(key: "threshold", takes: .probability)),
        ("one-to-one: maybe\n", 1, .badValue(key: "one-to-one", takes: .yesOrNo)),
        ("- a\n", 1, .badValue(key: "configuration", takes: .list)),
        ("id: &x a\n", 1, .notPlain), ("id: a\n---\nid: b\n", 2, .notPlain),
        ("id: !!str a\n", 1, .notPlain),
    ] as [(String, Int, ConfigurationUnreadable.Reason)]
)
func `a configuration that cannot be used says where and why`(
    _ text: String,
    _ line: Int,
    _ reason: ConfigurationUnreadable.Reason
) {
    let error = #expect(throws: ConfigurationUnreadable.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.reason == reason)
    for language in LinkageLanguage.allCases {
        #expect(error?.text(in: language).isEmpty == false)
    }
}

@Test func `what is not YAML names its line`() {
    let error = #expect(throws: ConfigurationUnreadable.self) {
        try read("id: a\ncolumns:\n\tb: sex\n")
    }
    #expect(error?.line == 3)
    guard case .notYAML = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
    }
}

@Test func `a configuration nested a thousand deep is refused, not followed`() {
    #expect(throws: ConfigurationUnreadable.self) {
        try read("columns: " + String(repeating: "[", count: 1_000))
    }
}

@Test(arguments: UInt64(1)...4)
func `a spoilt configuration is read or refused, never more`(seed: UInt64) {
    let sound = Array(
        "id: folio\ncolumns:\n  nombres: given names\n  ap: 'surnames'\nthreshold: 0.5\n".utf8
    )
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
        var bytes = sound
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            default:
                bytes.insert(
                    Array("&*:-[]{}|>%@`\n\t\"'#!".utf8).randomElement(using: &random) ?? 0,
                    at: place
                )
            }
            if bytes.isEmpty { bytes = [0] }
        }
        _ = try? LinkageConfiguration(yaml: bytes)
    }
}
