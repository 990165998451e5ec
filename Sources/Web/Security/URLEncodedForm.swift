/// Reads `application/x-www-form-urlencoded` (URL Standard, section 5.1), strictly.
///
/// The standard's own parser forgives everything; this one refuses a broken percent escape and
/// text that is not UTF-8, because no browser sends either.
package enum URLEncodedForm {
    static let maximumFields = 500
    static let maximumNameLength = 100
    static let maximumValueLength = 20_000

    /// The values of each name, in the order in which they came.
    package static func parse(_ body: [UInt8]) throws(FormProblem) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        var count = 0
        for pair in body.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= maximumFields else { throw .tooLarge }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = try decode(pair[..<equals], limit: maximumNameLength)
            let value = try decode(pair[equals...].dropFirst(), limit: maximumValueLength)
            fields[name, default: []].append(value)
        }
        return fields
    }

    private static func decode(
        _ encoded: ArraySlice<UInt8>,
        limit: Int
    ) throws(FormProblem) -> String {
        guard encoded.count <= limit * 3 else { throw .tooLarge }
        var decoded: [UInt8] = []
        var rest = encoded
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimalDigit),
                    let low = rest.popFirst().flatMap(hexadecimalDigit)
                else { throw .malformed }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard decoded.count <= limit else { throw .tooLarge }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .malformed }
        return text
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
