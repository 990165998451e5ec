extension Vocabulary {
    /// How a token sounds, in letters that are the same in every table.
    func sound(of token: Int) -> [UInt8] {
        var sound: [UInt8] = []
        for letter in self[token] where !Self.vowels.contains(letter) {
            let heard = Self.heard[letter] ?? letter
            if sound.last != heard { sound.append(heard) }
        }
        return sound
    }

    private static let vowels = Set("aeiouyhw".utf8)
    private static let heard: [UInt8: UInt8] = Dictionary(
        uniqueKeysWithValues: zip("vzcqkxgpdt".utf8, "bssksjjpdt".utf8)
    )
}
