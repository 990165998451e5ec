/// Chinese in Latin letters: pinyin, Wade-Giles, and the spellings of Hong Kong and South-East Asia.
enum ChineseSpelling {
    /// The syllables of Mandarin in pinyin, and others of Wade-Giles and Cantonese usage.
    static let syllables: Set<String> = {
        var all: Set<String> = []
        // An initial, then the finals it takes (Xinhua Zidian, table of syllables).
        for line in pinyin.split(separator: "\n") {
            let parts = line.split(separator: " ")
            let initial = parts[0] == "-" ? "" : parts[0]
            for final in parts.dropFirst() { all.insert("\(initial)\(final)") }
        }
        all.formUnion(others.split { $0 == " " || $0 == "\n" }.map(String.init))
        return all
    }()

    private static let pinyin = """
        - a ai an ang ao e ei en er o ou
        b a ai an ang ao ei en eng i ian iao ie in ing o u
        p a ai an ang ao ei en eng i ian iao ie in ing o ou u
        m a ai an ang ao ei en eng i ian iao ie in ing o ou u
        f a an ang ei en eng o ou u
        d a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
        t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
        n a ai an ang ao ei en eng i ian iang iao ie in ing iu ong u uan uo
        l a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo
        g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
        k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
        h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
        j i ia ian iang iao ie in ing iong iu u uan ue un
        q i ia ian iang iao ie in ing iong iu u uan ue un
        x i ia ian iang iao ie in ing iong iu u uan ue un
        zh a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
        ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
        sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
        r an ang ao e en eng i ong ou u uan ui un uo
        z a ai an ang ao e ei en eng i ong ou u uan ui un uo
        c a ai an ang ao e en eng i ong ou u uan ui un uo
        s a ai an ang ao e en eng i ong ou u uan ui un uo
        y a an ang ao e i in ing ong ou u uan ue un
        w a ai an ang ei en eng o u
        """

    private static let others = """
        hsiao hsia hsi hsin hsing hsien hsiu hsu hsueh hsun hsiang hsiung chien chiang chieh chin ching
        chiu chiung chu chueh chung chih tzu tsu tse tsai tsao tseng tsung tsui jen jung jui kuo kuan
        kuang kuei kung yung yen yeh yueh wen hung lung tung nien lien mien tien pien piao chiao liao
        wong chan cheung lam lau leung kwok kwan kwong kwai ho ng yip yiu yuk yuen yan siu suk sau sze
        shuk shun wai wah wing man mei ming ka kai kam kin kit king ki kei lai lee leong lok mak mui
        nga oi ping pui sai sang sum sun tak tai tam tat tin to tsang tsz tung wan wun yat yee yin ying
        chi cho choi chow choy chui chun fai fan fat fong fook fuk fung hang heung hin hing hoi hon hok
        hiu hui hung
        """

    /// Surnames of two syllables.
    static let compounds: Set<String> = [
        "ouyang", "sima", "zhuge", "shangguan", "situ", "dongfang", "huangfu", "yuchi", "gongsun",
        "murong", "linghu", "xiahou", "duanmu", "xuanyuan", "nangong", "zhangsun", "yuwen", "baili",
        "auyeung", "szeto", "soohoo",
    ]

    /// Surnames by spelling, and the pinyin they stand for; a spelling of two surnames stands for the
    /// more frequent one.
    static let surnames: [String: String] = {
        var surnames: [String: String] = [:]
        for line in families.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            for name in names where surnames[name] == nil { surnames[name] = names[0] }
        }
        return surnames
    }()

    private static let families = """
        wang wong ong vong
        li lee lei
        zhang cheung chang teo teoh cheong tiong
        liu lau low lieu liew
        chen chan tan chin
        yang yeung yeong yeo
        huang hwang ooi oei wee uy
        zhao chao chiu teoh
        wu ng goh woo
        zhou chow chou chew joe
        xu hsu hui koh khoo
        sun suen soon
        ma mah
        zhu chu choo
        hu wu
        guo kwok kuo quek kuok
        he ho hoh
        lin lam lim ling
        gao ko kao
        luo lo law loh
        liang leung leong neo
        song sung
        zheng cheng tay tee
        xie tse hsieh chia cheah
        tang tong teng
        han hon
        feng fung foong
        dong tung
        xiao hsiao siu siew
        cheng ching
        cao tsao cho
        yuan yuen
        deng
        shen shum sum
        zeng tsang tseng chan
        peng pang phang
        lu loo lui
        su so soo
        jiang chiang keung
        cai tsai choi choy chua
        jia
        ding ting
        wei ngai
        xue sit hsueh
        ye yip yeh yap
        yan yen ngan
        yu yue yee
        pan poon pun phua
        du to tu
        dai tai
        xia ha hsia
        zhong chung
        tian tin tien
        ren yam jen
        fan
        fang fong
        shi shih sze
        yao yiu yeow
        tan tam hom
        liao liu liau
        zou chau tsou
        xiong hung hsiung
        jin kam chin
        lu luk lok
        kong hung
        bai pak pai
        cui tsui chui
        kang hong
        mao mo mow
        qiu yau khoo
        qin chun
        gu ku
        hou hau
        shao siu
        meng mang
        long lung
        wan man
        lei lui
        qian chien
        yin wan
        mai mak
        mo mok
        zhuo cheuk
        guan kwan kuan
        ou au
        zuo
        niu
        hao
        lai
        mei mui
        """

    /// A word as syllables, or nil when it is not made of syllables alone.
    ///
    /// The longest syllable that leaves a rest which can be read wins (`xiaoming`: `xiao`, `ming`).
    static func split(_ word: Substring) -> [Substring]? {
        if word.isEmpty { return [] }
        for length in stride(from: min(6, word.count), through: 1, by: -1) {
            let head = word.prefix(length)
            if syllables.contains(String(head)), let rest = split(word.dropFirst(length)) {
                return [head] + rest
            }
        }
        return nil
    }

    /// What a Chinese name sounds like, whichever way it is spelled; nil when nothing shows that a word
    /// is Chinese.
    static func sound(of name: ArraySlice<UInt8>) -> [UInt8]? {
        guard name.count <= 14 else { return nil }
        let mayBeSurname = name.count <= 7
        guard mayBeSurname || isDistinct(name) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if mayBeSurname, let surname = surnames[text] { return Array(("=" + surname).utf8) }
        guard isDistinct(name), let parts = split(text[...]), parts.count <= 3 else { return nil }
        return Array(("=" + parts.map(sound(of:)).joined()).utf8)
    }

    /// Whether a word has letters together as only Chinese has them in Latin letters.
    private static func isDistinct(_ name: ArraySlice<UInt8>) -> Bool {
        marks.contains { mark in
            name.indices.dropLast(mark.count - 1).contains { name[$0...].starts(with: mark) }
        }
    }

    private static let marks = [
        "iao", "ing", "ang", "ong", "eng", "hs", "x", "zh", "qi", "ts", "ieh", "ueh",
    ].map { Array($0.utf8) }

    /// One syllable: the initial by its class in Wade-Giles, which writes `zh`, `j`, `ch` and `q` alike,
    /// and the final as pinyin has it.
    private static func sound(of syllable: Substring) -> String {
        let initials = [
            ("zh", "c"), ("ch", "c"), ("sh", "s"), ("hs", "s"), ("ts", "c"), ("tz", "c"),
            ("z", "c"), ("c", "c"), ("j", "c"), ("q", "c"), ("x", "s"), ("s", "s"), ("b", "p"),
            ("d", "t"), ("g", "k"),
        ]
        let finals = [
            "ieh": "ie", "ueh": "ue", "ien": "ian", "ung": "ong", "uei": "ui", "eh": "e",
            "iung": "iong",
        ]
        var rest = syllable
        var sound = ""
        if let (spelling, letter) = initials.first(where: { syllable.hasPrefix($0.0) }) {
            rest = syllable.dropFirst(spelling.count)
            sound = letter
        } else if let first = syllable.first, !"aeiou".contains(first) {
            rest = syllable.dropFirst()
            sound = String(first)
        }
        return sound + (finals[String(rest)] ?? String(rest))
    }
}
