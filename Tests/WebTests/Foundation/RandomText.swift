import TestSupport

extension SplitMix64 {
    /// Text with everything that markup, forms and people could trip over.
    mutating func text(upTo length: Int) -> String {
        let pool: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "=", ";", "/", "\\", "%", "+", "{", "}", "\0", "\u{1}",
            "\u{8}", "\u{B}", "\u{1F}", "\u{7F}", "\t", "\n", "\r", " ", "a", "Z", "0", "ñ", "é",
            "\u{85}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "日", "😀", "\u{301}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            text.append(pool[Int.random(in: pool.indices, using: &self)])
        }
        return String(text)
    }

    mutating func bytes(upTo length: Int) -> [UInt8] {
        let count = Int.random(in: 0...length, using: &self)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}
