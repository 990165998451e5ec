import TestSupport

/// Chinese names by syllable: in Pinyin, in Wade-Giles and as in Hong Kong.
enum ChineseNames {
    /// One syllable in each romanisation.
    struct Syllable: Sendable {
        let spellings: [String]
    }

    static let surnames = syllables(
        """
        wang wang wong|li li lee|zhang chang cheung|liu liu lau|chen chen chan|yang yang yeung
        huang huang wong|zhao chao chiu|wu wu ng|zhou chou chow|xu hsu tsui|sun sun suen|ma ma ma
        zhu chu chu|hu hu wu|guo kuo kwok|he ho ho|lin lin lam|gao kao ko|luo lo law|zheng cheng cheng
        liang liang leung|xie hsieh tse|song sung sung|tang tang tong|deng teng tang|feng feng fung
        han han hon|cao tsao tso|zeng tseng tsang|peng peng pang|xiao hsiao siu|cai tsai choi|pan pan poon
        tian tien tin|dong tung tung|yuan yuan yuen|yu yu yue|ye yeh yip|jiang chiang keung|du tu to
        su su so|wei wei ngai|lu lu luk|ding ting ting|shen shen sum|ren jen yam|yao yao yiu
        zhong chung chung|cui tsui chui|qiu chiu yau|ouyang ouyang auyeung|fan fan fan|jin chin kam
        shi shih shek|tan tan tam|fu fu foo|mo mo mok|kong kung hung|bai pai pak|hou hou hau
        """
    )

    static let women = syllables(
        """
        mei mei mei|li li lai|yan yen yin|hua hua wah|fang fang fong|jing ching ching|min min man
        juan chuan kuen|xia hsia ha|hong hung hung|yu yu yuk|ling ling ling|xin hsin sum|ying ying ying
        qing ching ching|xue hsueh suet|na na na|ting ting ting|lan lan lan|zhen chen chun|hui hui wai
        yun yun wan|dan tan tan|shu shu suk|ping ping ping|xiu hsiu sau|qiu chiu chau|lian lien lin
        jia chia ka|yi i yee|rui jui sui|chun chun chun|xiang hsiang heung|rong jung wing|qiao chiao hau
        """
    )

    static let men = syllables(
        """
        wei wei wai|ming ming ming|qiang chiang keung|jian chien kin|guo kuo kwok|zhi chih chi|hai hai hoi
        bo po bok|feng feng fung|jun chun kwan|jie chieh kit|lei lei lui|tao tao to|yong yung yung
        cheng cheng shing|bin pin ban|long lung lung|hao hao ho|zhong chung chung|xiang hsiang heung
        wen wen man|sheng sheng sing|fu fu fook|gui kuei kwai|kai kai hoi|peng peng pang|yang yang yeung
        liang liang leung|dong tung tung|hui hui fai|xiao hsiao siu|de te tak|rong jung wing|chao chao chiu
        """
    )

    /// Names that people who deal with Latin America take beside their own.
    static let westernWomen = SkewedList(
        "Lili Ana Mei_Lin Sofía Amy Linda Rosa Luisa Alicia Jenny Lucy"
    )
    static let westernMen = SkewedList(
        "Juan Luis David Carlos Kevin Jack Daniel Antonio Jason Miguel Tony"
    )

    /// Draws a surname; the first are the most common.
    static func draw(_ random: inout SplitMix64) -> Syllable {
        let share = random.unit()
        return surnames[Int(share * share * Double(surnames.count))]
    }

    private static func syllables(_ text: String) -> [Syllable] {
        text.split { $0 == "|" || $0.isNewline }.map {
            Syllable(spellings: $0.split(separator: " ").map(String.init))
        }
    }
}
