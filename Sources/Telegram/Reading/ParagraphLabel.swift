/// The number at the head of a paragraph (5 FAH-1 H-246), with the portion mark after it.
struct ParagraphLabel {
    /// The number as printed.
    let number: Int
    /// The label as printed, such as `¶11.`.
    let printed: String
    /// Whether the paragraph sign stands before the number.
    let hasSign: Bool
    /// The portion mark, such as `SBU`.
    let mark: String?
    /// The text after label and mark.
    let rest: String

    /// Reads a label such as `¶3.`, `3.` or `3 .`; a number with decimals or four digits is none.
    init?(_ text: String) {
        var slice = text[...]
        hasSign = slice.first == "¶"
        if hasSign { slice = slice.dropFirst().drop { $0 == " " } }
        let digits = slice.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let number = Int(digits), number > 0 else {
            return nil
        }
        slice = slice.dropFirst(digits.count).drop { $0 == " " }
        guard slice.first == "." else { return nil }
        slice = slice.dropFirst()
        if let next = slice.first, next.isNumber || next == "." { return nil }
        self.number = number
        printed = String(text[..<slice.startIndex])
        (mark, rest) = Self.takeMark(String(slice))
    }

    /// Takes a portion mark such as `(SBU)` or `(C/NF)` off the front of a text.
    static func takeMark(_ text: String) -> (mark: String?, rest: String) {
        let body = trimmed(text)
        guard body.first == "(", let close = body.prefix(12).firstIndex(of: ")") else {
            return (nil, body)
        }
        let mark = body[body.index(after: body.startIndex)..<close]
        let level = mark.split(separator: "/").first ?? ""
        guard ["U", "SBU", "LOU", "C", "S", "TS"].contains(level) else { return (nil, body) }
        return (String(mark), trimmed(body[body.index(after: close)...]))
    }

    /// How many labels at the start carry a 1 too many: `¶11.` to `¶14.` before `¶5.`.
    ///
    /// Some copies print ¶1 to ¶k so, by a fault whose cause is not known. Only an unbroken run
    /// from 11 that goes on with k + 1, or that ends the telegram, is read this way: the real
    /// paragraphs 11 to 14 follow a tenth.
    ///
    /// - Parameter numbers: The printed numbers of the labels that bear the paragraph sign.
    /// - Returns: How many of the first numbers are 10 too high.
    static func prefixedCount(_ numbers: [Int]) -> Int {
        let run = zip(numbers.prefix(9), 11...).prefix { $0 == $1 }.count
        return run > 0 && (run == numbers.count || numbers[run] == run + 1) ? run : 0
    }
}
