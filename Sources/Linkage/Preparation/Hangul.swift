/// Korean: syllables by the Revised Romanisation, surnames as their bearers spell them.
enum Hangul {
    static func latin(_ word: Substring, mayBeSurname: Bool, isWhole: Bool) -> String {
        let syllables = word.unicodeScalars.map { scalar in
            (0xac00...0xd7a3).contains(scalar.value)
                ? spelled(Int(scalar.value) - 0xac00) : String(scalar)
        }
        guard let first = word.first, mayBeSurname else { return syllables.joined() }
        let surname = surnames[first] ?? syllables[0]
        if syllables.count == 1 { return surname }
        guard isWhole else { return syllables.joined() }
        return surname + ", " + syllables.dropFirst().joined()
    }

    /// A syllable from its place in the block: initial, vowel, final (Unicode 15, section 3.12).
    private static func spelled(_ place: Int) -> String {
        initials[place / 588] + vowels[place / 28 % 21] + finals[place % 28]
    }

    private static let initials = list("g kk n d tt r m b pp s ss - j jj ch k t p h")
    private static let vowels = list(
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
    )
    private static let finals = list(
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
    )

    private static func list(_ text: String) -> [String] {
        text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }

    private static let surnames: [Character: String] = [
        "김": "kim", "이": "lee", "리": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang",
        "조": "cho", "윤": "yoon", "장": "jang", "임": "lim", "림": "lim", "한": "han", "오": "oh",
        "서": "seo", "신": "shin", "권": "kwon", "황": "hwang", "안": "ahn", "송": "song",
        "류": "ryu", "유": "yoo", "홍": "hong", "전": "jeon", "고": "ko", "문": "moon", "손": "son",
        "양": "yang", "배": "bae", "백": "baek", "허": "heo", "남": "nam", "심": "shim", "노": "noh",
        "하": "ha", "곽": "kwak", "성": "sung", "차": "cha", "주": "joo", "우": "woo", "구": "koo",
        "나": "na", "민": "min", "진": "jin", "지": "ji", "채": "chae", "원": "won", "현": "hyun",
    ]
}
