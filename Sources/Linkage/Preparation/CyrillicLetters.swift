/// Cyrillic as passports and newspapers write it in Latin letters (`Щ` is `shch`, `Й` is `y`).
enum CyrillicLetters {
    static func latin(_ word: Substring) -> String {
        var latin = table.latin(word.lowercased()[...])
        if latin.hasSuffix("iy") || latin.hasSuffix("yy") {
            latin.removeLast(2)
            latin += "y"
        }
        return latin
    }

    private static let table = LetterTable(
        """
        а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї i й y к k л l м m н n о o п p р r
        с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ђ dj ј j љ lj њ nj
        ћ c џ dz ѓ g ќ k ѕ dz ә a ғ g қ k ң n ө o ұ u ү u һ h ҳ h ҷ j ӣ i ӯ u ’ - ʼ -
        """
    )
}

/// Greek as Greek passports write it (ELOT 743: `Ευ` is `ef`, `Μπ` is `b`, `Η` is `i`).
enum GreekLetters {
    static func latin(_ word: Substring) -> String {
        var text = table.latin(word.lowercased()[...])
        for (pair, spelling) in [("oy", "ou"), ("ay", "af"), ("ey", "ef"), ("gg", "ng")] {
            text = text.split(separator: pair, omittingEmptySubsequences: false)
                .joined(separator: spelling)
        }
        if text.hasPrefix("mp") { text = "b" + text.dropFirst(2) }
        if text.hasPrefix("nt") { text = "d" + text.dropFirst(2) }
        return text
    }

    private static let table = LetterTable(
        """
        αά a β v γ g δ d εέ e ζ z ηήιίϊΐ i θ th κ k λ l μ m ν n ξ x οό o π p ρ r σς s τ t
        υύϋΰ y φ f χ ch ψ ps ωώ o
        """
    )
}
