import Linkage

/// A table of two records, each a value for each kind, and how they compare.
func levels(_ kinds: [FieldKind], _ left: [String], _ right: [String]) -> [Level.Finding] {
    let fields = kinds.enumerated().map { Field(name: "\($0)-\($1.rawValue)", kind: $1) }
    let table = RecordTable(fields: fields, sources: [[("a", left), ("b", right)]])
    let space = PatternSpace(table)
    var comparer = PairComparer(table, space)
    let pattern = comparer.pattern(0, 1)
    return zip(space.features, space.levels(of: pattern)).map { $0.levels[$1].finding }
}

/// How two names compare: given names, surnames, and the order of both.
func names(
    _ left: (given: String, surnames: String),
    _ right: (given: String, surnames: String)
) -> [Level.Finding] {
    levels(
        [.givenNames, .surnames],
        [left.given, left.surnames],
        [right.given, right.surnames]
    )
}

/// How two values of one column compare.
func finding(_ kind: FieldKind, _ left: String, _ right: String) -> Level.Finding? {
    levels([kind], [left], [right]).first
}
