/// Chinese: pinyin, with the surname apart and the syllables of the given name as one word.
enum Han {
    static func latin(_ word: Substring, mayBeSurname: Bool, isWhole: Bool) -> String {
        // A word with kana is Japanese, and where its surname ends is not known.
        let isChinese = word.unicodeScalars.allSatisfy { !(0x3040...0x30ff).contains($0.value) }
        guard isChinese, mayBeSurname else { return syllables(word) }
        let surnameLength = compound.contains(String(word.prefix(2))) ? 2 : 1
        let surname = reading(word.prefix(surnameLength))
        let given = word.dropFirst(surnameLength)
        if given.isEmpty { return surname }
        guard isWhole else { return syllables(word) }
        return surname + ", " + syllables(given)
    }

    private static func reading(_ surname: Substring) -> String {
        surname.count == 1
            ? readings[Character(String(surname))] ?? syllables(surname)
            : syllables(surname)
    }

    private static func syllables(_ word: Substring) -> String {
        String(Transliteration.general(word).filter { $0 != " " })
    }

    /// Surnames read otherwise than the character alone (Xiandai Hanyu Cidian).
    private static let readings: [Character: String] = [
        "曾": "zeng", "区": "ou", "區": "ou", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie",
        "查": "zha", "翟": "zhai", "朴": "piao", "盖": "ge", "覃": "qin", "缪": "miao", "乐": "yue",
        "种": "chong", "召": "shao", "洗": "xian", "员": "yun", "秘": "bi", "宓": "fu", "尹": "yin",
        "吕": "lu", "呂": "lu",
    ]

    private static let compound: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "皇甫", "尉迟",
        "尉遲", "公孙", "公孫", "慕容", "令狐", "夏侯", "端木", "轩辕", "独孤", "南宫", "長孫", "长孙",
        "宇文", "鲜于", "闻人", "东郭", "百里", "呼延",
    ]
}
