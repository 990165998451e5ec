extension Vocabulary {
    /// How the consonants of a token sound, in letters that are the same in every table; of one without
    /// consonants, how all of it does.
    func sound(of token: Int) -> [UInt8] {
        let sound = Skeleton.of(self[token])
        let consonants = sound.filter { !Self.vowels.contains($0) }
        return consonants.isEmpty ? sound : consonants
    }

    private static let vowels = Set("aeiou".utf8)
}
