import Testing

@testable import Linkage

private func skeleton(_ name: String) -> [UInt8] { Skeleton.of(Array(name.utf8)[...]) }

@Suite struct `Names that sound alike share a skeleton` {
    @Test(arguments: [
        "xochitl sochil sochitl", "jimenez ximenez gimenes jimenes", "hernandez ernandes hernandes",
        "gonzalez gonsales gonzales", "baez vaez baes", "villa biya viya", "quijano kijano",
        "yesenia jessenia llesenia jesenia", "jennifer yenifer jenifer", "jessica yesica jesica",
        "xavier javier", "itzel isel itsel", "efrain efraim", "david davit",
        "guerra guera",
        "muhammad mohamed mohammad mohamad muhamed", "hussain hossen husein hussein",
        "chowdhury choudhury chaudhry", "akhtar akter akther", "khatun khatoon katun",
        "abdul abdel abdoul", "rashid rasheed", "philip filip felip", "mueller muller",
        "catherine katrin kathryn", "claude klod", "wang wong", "zhang cheung", "chen chan",
        "xiaoming hsiaoming", "zhongqing chungching", "guadalupe guadalup",
    ])
    func `in these groups`(group: String) {
        let names = group.split(separator: " ").map(String.init)
        #expect(Set(names.map(skeleton)).count == 1)
    }

    @Test(arguments: [
        "francisco francisca", "maria mario", "lopez perez", "luis elias", "juan juana",
        "jose jesus",
        "lopez lapaz", "wang zhang", "li lu", "xiaoming xiaohong", "rosa reyes", "ana ines",
    ])
    func `and not in these`(group: String) {
        let names = group.split(separator: " ").map(String.init)
        #expect(Set(names.map(skeleton)).count == names.count)
    }

    @Test func `every word of up to three letters has a skeleton, and it is ASCII`() {
        let letters = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
        var words: [[UInt8]] = letters.map { [$0] }
        for _ in 0..<2 {
            words += words.filter { $0.count == words.last?.count }.flatMap { word in
                letters.map { word + [$0] }
            }
        }
        #expect(words.count == 26 + 26 * 26 + 26 * 26 * 26)
        #expect(words.allSatisfy { Skeleton.of($0[...]).allSatisfy { $0 < 0x80 } })
    }
}

@Suite struct `Forms of one given name share a class` {
    private func classOf(_ name: String) -> UInt32 { Nicknames.classOf(Array(name.utf8)[...]) }

    @Test(arguments: [
        "paco francisco pancho frank", "pepe jose joseph chepe", "lupita guadalupe lupe",
        "bill william guillermo memo", "chuy jesus", "nacho ignacio", "beto alberto",
        "tono antonio", "kike enrique", "conchita concepcion",
        "lola dolores",
        "mohd muhammad mohamed", "jean juan john jan", "peggy margaret margarita", "chabela isabel",
    ])
    func `in these groups`(group: String) {
        let classes = Set(group.split(separator: " ").map { classOf(String($0)) })
        #expect(classes.count == 1 && !classes.contains(0))
    }

    @Test func `men's and women's forms are apart, and surnames have none`() {
        #expect(classOf("francisco") != classOf("francisca"))
        #expect(classOf("mario") != classOf("maria"))
        #expect(classOf("hernandez") == 0)
    }
}
