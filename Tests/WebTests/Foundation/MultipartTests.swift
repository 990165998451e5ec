import TestSupport
import Testing
import Web

@Suite struct MultipartTests {
    private let boundary = Array("XyZ".utf8)

    private func body(_ parts: [(header: String, content: [UInt8])]) -> [UInt8] {
        parts.reduce(into: []) { bytes, part in
            bytes += Array("--XyZ\r\nContent-Disposition: form-data; \(part.header)\r\n\r\n".utf8)
            bytes += part.content + Array("\r\n".utf8)
        } + Array("--XyZ--\r\n".utf8)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=XyZ", "XyZ"),
        ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b?\"", nil),
        ("multipart/form-data; boundary=\"a+b\"", "a+b"), ("multipart/form-data", nil),
        ("multipart/mixed; boundary=x", nil), ("multipart/form-data; boundary=", nil),
        ("text/plain", nil), ("", nil),
    ])
    func `the boundary comes from the content type`(type: String, expected: String?) {
        #expect(Multipart.boundary(ofType: type) == expected.map { Array($0.utf8) })
    }

    @Test func `a boundary longer than the standard allows is refused`() {
        let long = String(repeating: "b", count: 71)
        #expect(Multipart.boundary(ofType: "multipart/form-data; boundary=\(long)") == nil)
    }

    @Test func `fields and a file are told apart`() throws {
        let parts = try Multipart.parse(
            body([
                ("name=\"note\"", Array("ñ".utf8)),
                (
                    "name=\"file\"; filename=\"C:\\x\\06MEXICO.txt\"\r\nContent-Type: text/plain",
                    [0, 255, 13, 10]
                ),
                ("name=\"empty\"", []),
            ]),
            boundary: boundary
        )
        let form = try UploadedForm(parts)
        #expect(form.fields.raw("note") == "ñ")
        #expect(form.fields.all("empty") == [""])
        let file = try #require(form.file)
        #expect(file.field == "file")
        #expect(file.name == "06MEXICO.txt")
        #expect(file.bytes == [0, 255, 13, 10])
    }

    @Test func `no file chosen is no file`() throws {
        let parts = try Multipart.parse(
            body([("name=\"file\"; filename=\"\"", [])]),
            boundary: boundary
        )
        #expect(try UploadedForm(parts).file == nil)
    }

    @Test func `a second file and a file too large are refused`() throws {
        let two = try Multipart.parse(
            body([("name=\"a\"; filename=\"a\"", [1]), ("name=\"b\"; filename=\"b\"", [2])]),
            boundary: boundary
        )
        #expect(throws: FormProblem.tooLarge) { try UploadedForm(two) }
        let large = Multipart.Part(
            name: "a",
            fileName: "a",
            content: Array(repeating: 0, count: UploadedForm.maximumFileSize + 1)[...]
        )
        #expect(throws: FormProblem.tooLarge) { try UploadedForm([large]) }
    }

    @Test(arguments: [
        "", "--XyZ", "--XyZ\r\n", "--Other--\r\n", "--XyZ\r\n\r\n--XyZ--",
        "--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=x\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"x\"; name=\"y\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end",
        "--XyZ\nContent-Disposition: form-data; name=\"x\"\n\nx\n--XyZ--",
    ])
    func `a body that breaks the rules is refused`(text: String) {
        #expect(throws: FormProblem.malformed) {
            try Multipart.parse(Array(text.utf8), boundary: boundary)
        }
    }

    @Test func `too many parts are refused`() {
        let many = body(Array(repeating: ("name=\"a\"", []), count: 51))
        #expect(throws: FormProblem.tooLarge) {
            try Multipart.parse(many, boundary: boundary)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `any bytes come through unchanged`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let contents = (0..<4).map { _ in generator.bytes(upTo: 200) }
        let sent = body(contents.map { ("name=\"f\"; filename=\"f\"", $0) })
        let parts = try Multipart.parse(sent, boundary: boundary)
        #expect(parts.map { Array($0.content) } == contents)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a damaged body is refused or read, and never more than was sent`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var bytes = body([
            ("name=\"a\"", generator.bytes(upTo: 20)), ("name=\"b\"; filename=\"c\"", [1, 2]),
        ])
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: bytes.indices, using: &generator)
            if Bool.random(using: &generator) {
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
            } else {
                bytes.remove(at: place)
            }
        }
        guard let parts = try? Multipart.parse(bytes, boundary: boundary) else { return }
        #expect(parts.reduce(0) { $0 + $1.content.count } < bytes.count)
    }
}
