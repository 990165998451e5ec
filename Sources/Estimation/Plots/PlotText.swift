/// How much room text takes, as far as can be told without the font.
enum PlotText {
    /// About the width of a text, rather too much than too little.
    static func width(_ text: String, size: Double) -> Double {
        size * text.reduce(0) { $0 + share(of: $1) }
    }

    /// A text cut to a width, with an ellipsis where something is missing.
    static func cut(_ text: String, to room: Double, size: Double) -> String {
        guard width(text, size: size) > room else { return text }
        var kept = text
        while !kept.isEmpty, width(kept + "…", size: size) > room { kept.removeLast() }
        return kept + "…"
    }

    /// A text in lines of a width, broken at spaces.
    static func lines(_ text: String, within room: Double, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            let longer = line.isEmpty ? word : line + " " + word
            if line.isEmpty || width(longer, size: size) <= room {
                line = longer
            } else {
                lines.append(cut(line, to: room, size: size))
                line = word
            }
        }
        return line.isEmpty ? lines : lines + [cut(line, to: room, size: size)]
    }

    private static func share(of character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case ..<0x80:
            if "iljI.,:;'|!()[] ".contains(character) { return 0.36 }
            if "mwMW@%".contains(character) { return 0.95 }
            return character.isUppercase ? 0.74 : 0.6
        case ..<0x1100: return character.isUppercase ? 0.78 : 0.64
        default: return character == "…" ? 1 : 1.1
        }
    }
}
