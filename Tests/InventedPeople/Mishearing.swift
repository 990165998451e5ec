import TestSupport

/// How a name is written by someone who hears it in another language, or strikes the wrong key.
enum Mishearing {
    /// A token as someone may write it who hears it; the same when no rule applies.
    static func spell(_ token: String, origin: Origin, _ random: inout SplitMix64) -> String {
        let plain = Letters.plain(token).lowercased()
        let rules = table(origin)
        // Rules are tried from a random one on, and the first that applies is taken.
        let start = random.index(below: rules.count)
        for step in rules.indices {
            let rule = rules[(start + step) % rules.count]
            let places = plain.ranges(of: rule.from)
            guard !places.isEmpty else { continue }
            var spelled = plain
            spelled.replaceSubrange(random.pick(places), with: rule.to)
            if spelled.count > 1 { return Letters.capitalized(spelled) }
        }
        return token
    }

    /// A token with one slip of the keyboard.
    static func mistype(_ token: String, _ random: inout SplitMix64) -> String {
        var letters = Array(token)
        guard letters.count > 2 else { return token }
        let place = random.whole(1...letters.count - 1)
        switch random.index(below: 4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = neighbour(letters[place], &random)
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }

    /// Digits or letters with two transposed or one replaced.
    static func miscopy(_ number: String, _ random: inout SplitMix64) -> String {
        var letters = Array(number)
        let places = letters.indices.filter { letters[$0].isLetter || letters[$0].isNumber }
        // The first characters tell a country and are seldom wrong.
        guard places.count > 4 else { return number }
        let at = random.whole(2...places.count - 2)
        if random.chance(0.5) {
            letters.swapAt(places[at], places[at + 1])
        } else if letters[places[at]].isNumber {
            letters[places[at]] = Character(String(random.index(below: 10)))
        }
        return String(letters)
    }

    private static func neighbour(_ letter: Character, _ random: inout SplitMix64) -> Character {
        for row in keyboard {
            if let place = row.firstIndex(of: letter) {
                return row[
                    place == 0 ? 1 : place + (random.chance(0.5) && place + 1 < row.count ? 1 : -1)
                ]
            }
        }
        return letter
    }

    private static let keyboard = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"].map(Array.init)

    private struct Rule: Sendable {
        let from: String
        let to: String
    }

    private static func table(_ origin: Origin) -> [Rule] {
        switch origin {
        case .haiti: french
        case .china: chinese
        case .india, .bangladesh, .nepal, .pakistan: southAsian
        default: spanish
        }
    }

    private static let spanish = rules(
        """
        b v,v b,s z,z s,ce se,ci si,se ce,si ci,ll y,y ll,h -,j h,ge je,gi ji,je ge,x j,x s,que ke,qui ki,
        k c,ca ka,co ko,i y,y i,rr r,n m,m n,gu w,hu w,w gu,tz s,tz z,tz ch,ch sh,sh ch,qu k,nn n,e i,i e,
        o u,u o,c s,xc c,ct t,th t,ph f,ez es,iz is,ll l,l ll,mb nb,gui gi,r rr,oy oi,ay ai,ey ei
        """
    )
    private static let french = rules(
        """
        ou u,ou o,eau o,au o,ph f,ch sh,ch s,j y,en an,ain en,th t,qu k,oi ua,ie i,eu e,c s,g j,in en,an on,
        ille il,tte t,nne n,ss s,y i,i y,e i,ge j,que k,x s,h -,er e,ean an,rr r,ll l,m n,re r,ne n
        """
    )
    private static let chinese = rules(
        "zh ch,zh y,x sh,x j,q ch,j y,ng n,n ng,y ll,h j,w gu,ao au,ui uei,sh ch,z s,ch sh,ia ya,ie ye,uo o,u o,ei ey"
    )
    private static let southAsian = rules(
        """
        ee i,oo u,sh s,ph f,bh b,dh d,kh k,th t,gh g,v b,w u,j y,aa a,h -,y i,z s,i ee,u oo,a e,e a,
        ss s,mm m,ll l,q k,ur or,in een,k c,m n,al el
        """
    )

    private static func rules(_ text: String) -> [Rule] {
        text.split { $0 == "," || $0.isNewline }.map {
            let parts = $0.split(separator: " ").map(String.init)
            return Rule(from: parts[0], to: parts[1] == "-" ? "" : parts[1])
        }
    }
}
