import Casework
import TestSupport
import Testing
import Web

private enum Answer: String, CaseIterable { case yes, no, unknown }

@Suite struct URLEncodedFormTests {
    @Test func `values keep their order and their doubles`() throws {
        let fields = try URLEncodedForm.parse(Array("a=1&b=&a=2&c&=x&&a=%C3%B1+%26".utf8))
        #expect(fields == ["a": ["1", "2", "ñ &"], "b": [""], "c": [""], "": ["x"]])
    }

    @Test(arguments: ["a=%", "a=%4", "a=%GG", "a=%-1", "a=%FF", "%C3=1", "a=%ED%A0%80", "a=%C0%AF"])
    func `broken escapes and what is not UTF-8 are refused`(body: String) {
        #expect(throws: FormProblem.malformed) { try URLEncodedForm.parse(Array(body.utf8)) }
    }

    @Test func `raw bytes that are not UTF-8 are refused`() {
        #expect(throws: FormProblem.malformed) { try URLEncodedForm.parse([0x61, 0x3D, 0xFF]) }
    }

    @Test func `too many and too long fields are refused`() throws {
        let many = Array(repeating: "a=1", count: 501).joined(separator: "&")
        #expect(throws: FormProblem.tooLarge) { try URLEncodedForm.parse(Array(many.utf8)) }
        let long = "a=" + String(repeating: "x", count: 20_001)
        #expect(throws: FormProblem.tooLarge) { try URLEncodedForm.parse(Array(long.utf8)) }
        let name = String(repeating: "n", count: 101)
        #expect(throws: FormProblem.tooLarge) { try URLEncodedForm.parse(Array(name.utf8)) }
        let full = "a=" + String(repeating: "%41", count: 20_000)
        #expect(try URLEncodedForm.parse(Array(full.utf8))["a"]?.first?.count == 20_000)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any text comes through encoding and parsing unchanged`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let pairs = (0..<5).map { _ in (generator.text(upTo: 20), generator.text(upTo: 40)) }
        let body = pairs.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let fields = try URLEncodedForm.parse(Array(body.utf8))
        for (name, value) in pairs {
            // Compared as bytes: strings that differ in composition only are equal.
            let found = fields[name, default: []]
            #expect(found.contains { Array($0.utf8) == Array(value.utf8) })
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `no bytes at all make the parser stumble`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("%&=+aC3B1ñ".utf8) + [0, 0xFF]
        let body = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &generator)]
        }
        guard let fields = try? URLEncodedForm.parse(body) else { return }
        let size = fields.reduce(0) {
            $0 + $1.value.reduce($1.key.utf8.count) { $0 + $1.utf8.count }
        }
        #expect(size <= body.count)
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}

@Suite struct FormFieldsTests {
    @Test func `good answers are read and nothing is wrong`() {
        var fields = FormFields([
            "place": ["  Tapachula\r\ncentro "], "age": [" 17 "], "answer": ["yes"],
            "several": ["no", "yes", "no"], "day": ["2026-11-24"], "at": ["2026-11-24T09:05"],
            "agree": ["yes"],
        ])
        #expect(fields.text("place", lines: true) == "Tapachula\ncentro")
        #expect(fields.integer("age", in: 0...120) == 17)
        #expect(fields.choice("answer", of: Answer.self) == .yes)
        #expect(fields.choices("several", of: Answer.self) == [.yes, .no])
        #expect(fields.day("day")?.iso == "2026-11-24T06:00:00.000Z")
        #expect(fields.moment("at")?.iso == "2026-11-24T15:05:00.000Z")
        #expect(fields.isChecked("agree"))
        #expect(fields.errors == [])
    }

    @Test func `what is missing is named, in the order of reading`() {
        var fields = FormFields(["place": [" \t "]])
        #expect(fields.text("place") == nil)
        #expect(fields.choice("answer", of: Answer.self) == nil)
        #expect(fields.choices("several", of: Answer.self) == nil)
        #expect(fields.integer("age", in: 0...9) == nil)
        #expect(fields.day("day") == nil)
        #expect(fields.moment("at") == nil)
        #expect(fields.secret("password") == nil)
        #expect(
            fields.errors == [
                FieldError("place", "error.required"), FieldError("answer", "error.choose"),
                FieldError("several", "error.chooseSome"), FieldError("age", "error.required"),
                FieldError("day", "error.required"), FieldError("at", "error.required"),
                FieldError("password", "error.required"),
            ]
        )
    }

    @Test func `what is optional may be missing`() {
        var fields = FormFields()
        #expect(fields.text("place", required: false) == nil)
        #expect(fields.choice("answer", of: Answer.self, required: false) == nil)
        #expect(fields.choices("several", of: Answer.self, required: false) == [])
        #expect(fields.integer("age", in: 0...9, required: false) == nil)
        #expect(fields.day("day", required: false) == nil)
        #expect(fields.moment("at", required: false) == nil)
        #expect(fields.errors == [])
    }

    @Test(arguments: ["x", "1.5", "121", "-1", "99999999999999999999", "１２", "1 2", "0x1"])
    func `what is no whole number in the range is refused`(text: String) {
        var fields = FormFields(["age": [text]])
        #expect(fields.integer("age", in: 0...120) == nil)
        #expect(fields.errors == [FieldError("age", "error.integer", ["min": "0", "max": "120"])])
    }

    @Test(arguments: ["a\u{0}b", "a\u{1B}[0m", "a\u{85}b", "a\nb", "a\rb"])
    func `control characters are refused in a line of text`(text: String) {
        var fields = FormFields(["place": [text]])
        #expect(fields.text("place") == nil)
        #expect(fields.errors == [FieldError("place", "error.characters")])
    }

    @Test func `length is measured as browsers measure it`() {
        var fields = FormFields(["a": ["😀😀"], "b": ["😀😀a"]])
        #expect(fields.text("a", max: 4) == "😀😀")
        #expect(fields.text("b", max: 4) == nil)
        #expect(fields.errors == [FieldError("b", "error.tooLong", ["max": "4"])])
    }

    @Test func `a choice that was not offered is refused`() {
        var fields = FormFields(["answer": ["maybe"], "several": ["yes", "maybe"]])
        #expect(fields.choice("answer", of: Answer.self, required: false) == nil)
        #expect(fields.choices("several", of: Answer.self, required: false) == nil)
        #expect(fields.errors.map(\.field) == ["answer", "several"])
    }

    @Test func `a secret is taken exactly as typed`() {
        var fields = FormFields(["password": [" p ä "]])
        #expect(fields.secret("password") == " p ä ")
    }
}
