import Casework

/// Reads `multipart/form-data` (RFC 7578, on the syntax of RFC 2046, section 5.1).
package enum Multipart {
    static let maximumParts = 50
    static let maximumHeaderSize = 2000

    /// One field of the form.
    package struct Part: Sendable {
        package let name: String
        /// The name of the file on the sender's machine; nil for a plain field.
        package let fileName: String?
        package let content: ArraySlice<UInt8>

        package init(name: String, fileName: String?, content: ArraySlice<UInt8>) {
            self.name = name
            self.fileName = fileName
            self.content = content
        }
    }

    /// The boundary that a `Content-Type` names.
    ///
    /// - Returns: nil if the type is another, or the boundary is not 1 to 70 of the characters
    ///   that RFC 2046 allows.
    package static func boundary(ofType contentType: String) -> [UInt8]? {
        let pieces = contentType.split(separator: ";").map(\.trimmed)
        guard pieces.first?.lowercased() == "multipart/form-data",
            let parameter = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        var value = Array(parameter.dropFirst("boundary=".count).utf8)
        if value.count >= 2, value.first == quote, value.last == quote {
            value = Array(value.dropFirst().dropLast())
        }
        let allowed = Array("'()+_,-./:=?".utf8)
        let isValid = value.allSatisfy { byte in
            allowed.contains(byte) || isAlphanumeric(byte)
        }
        return (1...70).contains(value.count) && isValid ? value : nil
    }

    /// The parts of a body, in order.
    ///
    /// What follows the closing boundary is ignored.
    package static func parse(
        _ body: [UInt8],
        boundary: [UInt8]
    ) throws(FormProblem) -> [Part] {
        let opening = dashes + boundary
        let delimiter = lineEnd + opening
        guard body.starts(with: opening) else { throw .malformed }
        var rest = body[opening.count...]
        var parts: [Part] = []
        while !rest.starts(with: dashes) {
            guard parts.count < maximumParts else { throw .tooLarge }
            guard rest.starts(with: lineEnd),
                let headerEnd = find(lineEnd + lineEnd, in: rest.prefix(maximumHeaderSize))
            else { throw .malformed }
            let content = rest[(headerEnd + 4)...]
            guard let end = find(delimiter, in: content) else { throw .malformed }
            let fields = rest[rest.startIndex..<headerEnd].dropFirst(2)
            parts.append(try part(headers: fields, content: content[..<end]))
            rest = content[(end + delimiter.count)...]
        }
        return parts
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let dashes = Array("--".utf8)
    private static let quote = UInt8(ascii: "\"")

    private static func part(
        headers: ArraySlice<UInt8>,
        content: ArraySlice<UInt8>
    ) throws(FormProblem) -> Part {
        guard let text = String(validating: headers, as: UTF8.self) else { throw .malformed }
        let prefix = "content-disposition:"
        for line in text.split(separator: "\r\n") where line.lowercased().hasPrefix(prefix) {
            let parameters = try parameters(line.dropFirst(prefix.count))
            guard let name = parameters["name"] else { throw .malformed }
            return Part(name: name, fileName: parameters["filename"], content: content)
        }
        throw .malformed
    }

    /// The quoted parameters of `form-data; name="…"; filename="…"`.
    ///
    /// Browsers write a quotation mark inside a value as `%22` and never use backslash escapes
    /// (HTML Standard, section 4.10.22.7), so a value ends at the next quotation mark.
    private static func parameters(_ value: Substring) throws(FormProblem) -> [String: String] {
        guard let first = value.firstIndex(of: ";"),
            value[..<first].trimmed.lowercased() == "form-data"
        else { throw .malformed }
        var rest = value[first...]
        var found: [String: String] = [:]
        while rest.first == ";" {
            let pieces = rest.dropFirst().split(
                separator: "\"",
                maxSplits: 2,
                omittingEmptySubsequences: false
            )
            guard pieces.count == 3, pieces[0].last == "=" else { throw .malformed }
            let name = pieces[0].dropLast().trimmed.lowercased()
            guard found.updateValue(String(pieces[1]), forKey: name) == nil else {
                throw .malformed
            }
            rest = pieces[2].drop(while: \.isWhitespace)
        }
        guard rest.isEmpty else { throw .malformed }
        return found
    }

    /// Where a pattern first begins, compared byte by byte.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first else { return nil }
        var rest = bytes
        while let index = rest.firstIndex(of: first) {
            if rest[index...].starts(with: pattern) { return index }
            rest = rest[(index + 1)...]
        }
        return nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
