/// The usual way to write a model: its maximal terms, each as the lists that it has, counted from 1.
///
/// "[12,13,4]" of four lists has the lists 1 and 2 dependent, 1 and 3 dependent, and 4 apart. The tenth
/// list is written "a".
extension HierarchicalModel: CustomStringConvertible {
    private static let digits = Array("123456789a")

    /// The model as "[12,13,4]": larger terms first, then by the first lists.
    public var label: String {
        let lists = maximalTerms.filter { $0 != 0 }.map { term in
            Self.digits.indices.filter { term >> $0 & 1 == 1 }
        }
        let ordered = lists.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
        }
        let words = ordered.map { String($0.map { Self.digits[$0] }) }
        return "[\(words.joined(separator: ","))]"
    }

    /// The label.
    public var description: String { label }

    /// Reads a label; there is no model when it is none, or names a list that there is not.
    ///
    /// - Parameters:
    ///   - label: Terms between brackets, parted by commas, in any order: "[12,13,4]".
    ///   - listCount: The number of lists.
    public init?(label: some StringProtocol, listCount: Int) {
        guard label.first == "[", label.last == "]" else { return nil }
        var terms: [Int] = []
        for word in label.dropFirst().dropLast().split(separator: ",") {
            var term = 0
            for digit in word {
                guard let list = Self.digits.firstIndex(of: digit), list < listCount else {
                    return nil
                }
                term |= 1 << list
            }
            terms.append(term)
        }
        self.init(listCount: listCount, terms: terms)
    }
}
