/// Compares the names of two cards part by part, wherever the parts stand.
struct CardNames {
    let given: CardAgreement
    let surnames: CardAgreement

    /// How two parts agree, from the closest down.
    private enum Closeness: Int {
        case whole = 3
        case sound = 2
        case letters = 1
        case none = 0
    }

    init(_ left: [CardCodes.NamePart], _ right: [CardCodes.NamePart]) {
        var pairs: [(closeness: Closeness, sameRole: Bool, left: Int, right: Int)] = []
        for (leftPlace, leftPart) in left.enumerated() {
            for (rightPlace, rightPart) in right.enumerated() {
                let closeness = Self.closeness(leftPart, rightPart)
                guard closeness != .none else { continue }
                pairs.append((closeness, leftPart.role == rightPart.role, leftPlace, rightPlace))
            }
        }
        pairs.sort {
            ($1.closeness.rawValue, $1.sameRole ? 1 : 0, $0.left, $0.right)
                < ($0.closeness.rawValue, $0.sameRole ? 1 : 0, $1.left, $1.right)
        }
        var leftFound = [Closeness](repeating: .none, count: left.count)
        var rightFound = [Closeness](repeating: .none, count: right.count)
        for pair in pairs where leftFound[pair.left] == .none && rightFound[pair.right] == .none {
            leftFound[pair.left] = pair.closeness
            rightFound[pair.right] = pair.closeness
        }
        func agreement(_ role: NameRole) -> CardAgreement {
            let sides = [(left, leftFound), (right, rightFound)].map { parts, found in
                parts.indices.filter { parts[$0].role == role }.map { found[$0] }
            }
            guard let shorter = sides.min(by: { $0.count < $1.count }), !shorter.isEmpty else {
                return .missing
            }
            // The side with more that was found is the better witness when both are as long.
            let best =
                sides.filter { $0.count == shorter.count }
                .max { $0.filter { $0 != .none }.count < $1.filter { $0 != .none }.count }
                ?? shorter
            let found = best.filter { $0 != .none }
            if found.isEmpty { return .different }
            if found.count < best.count { return .partly }
            if found.contains(where: { $0 != .whole }) { return .alike }
            return found.count > 1 ? .sameTwice : .same
        }
        given = agreement(.given)
        surnames = agreement(.surname)
    }

    private static func closeness(
        _ left: CardCodes.NamePart,
        _ right: CardCodes.NamePart
    ) -> Closeness {
        if left.whole == right.whole { return .whole }
        if left.sound == right.sound || left.nickname != 0 && left.nickname == right.nickname {
            return .sound
        }
        return alike(left.letters, right.letters, from: 0.75) ? .letters : .none
    }

    /// Whether two filters have such a Dice coefficient.
    static func alike(_ left: UInt64, _ right: UInt64, from least: Double) -> Bool {
        let common = Double((left & right).nonzeroBitCount)
        return 2 * common >= least * Double(left.nonzeroBitCount + right.nonzeroBitCount)
    }
}
