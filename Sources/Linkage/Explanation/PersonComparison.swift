/// Two files of persons side by side: how likely they are one person, and why.
///
/// The built-in model judges them, with names as common as they are among people on the move. Other
/// names count where they agree better than the names do: one that she used before, or that she is
/// called by.
public struct PersonComparison: Hashable, Sendable {
    /// The probability that both are one person, and what each field adds.
    public let contributions: Contributions
    /// Whether other names were compared, since they agree better than the names.
    public let usesOtherNames: Bool

    /// How likely both are one person: 0 to 1.
    public var probability: Double { contributions.probability }

    /// Compares two persons.
    ///
    /// - Parameters:
    ///   - first: What is written of one.
    ///   - second: What is written of the other.
    ///   - records: Among how many files the second was looked for, 2 and more: the more there are, the
    ///     more resemble by chance.
    public init(_ first: PersonFields, _ second: PersonFields, records: Int = 1_000) {
        self = Self.all(of: first, among: [second], records: records)[0]
    }

    /// Compares a person with each of many.
    ///
    /// - Parameters:
    ///   - person: What is written of her.
    ///   - others: What is written of others.
    ///   - records: Among how many files there were to look; as many as the others when nil.
    /// - Returns: A comparison for each of the others, in their order.
    public static func all(
        of person: PersonFields,
        among others: [PersonFields],
        records: Int? = nil
    ) -> [PersonComparison] {
        let people = PersonTable(person, others)
        let model = LinkageModel.standard(
            for: people.space,
            records: max(2, records ?? others.count)
        )
        var comparer = PairComparer(people.table, people.space)
        return others.indices.map { index in
            var best: PersonComparison?
            for (left, right) in people.pairs(with: index) {
                let comparison = PersonComparison(
                    contributions: model.contributions(of: comparer.pattern(left.row, right.row)),
                    usesOtherNames: left.isOtherName || right.isOtherName
                )
                if comparison.probability > best?.probability ?? -1 { best = comparison }
            }
            return best
                ?? PersonComparison(
                    contributions: model.contributions(of: Pattern(rawValue: 0)),
                    usesOtherNames: false
                )
        }
    }

    private init(contributions: Contributions, usesOtherNames: Bool) {
        self.contributions = contributions
        self.usesOtherNames = usesOtherNames
    }

    /// Why, as a picture.
    public func waterfall(in language: LinkageLanguage) -> WeightWaterfall {
        WeightWaterfall(contributions, language: language)
    }
}

/// A table of some persons, each in a row by the names and in another by the other names, after rows
/// that make common names common.
private struct PersonTable {
    struct Row {
        let row: Int
        let isOtherName: Bool
    }

    let table: RecordTable
    let space: PatternSpace
    private let person: [Row]
    private let others: [[Row]]

    private static let fields = [
        Field(name: "names", kind: .givenNames), Field(name: "surnames", kind: .surnames),
        Field(name: "other names", kind: .fullName), Field(name: "born", kind: .dateOfBirth),
        Field(name: "sex", kind: .sex), Field(name: "nationality", kind: .place),
        Field(name: "document", kind: .document), Field(name: "phone", kind: .phone),
    ]

    /// The common names, to which rows are added.
    private static let beginning: TableBuilder = {
        var builder = TableBuilder(fields: fields)
        for person in CommonNames.thousand { append(person, otherNames: false, to: &builder) }
        return builder
    }()

    init(_ person: PersonFields, _ others: [PersonFields]) {
        var builder = Self.beginning
        var count = CommonNames.thousand.count
        func rows(of fields: PersonFields) -> [Row] {
            var rows: [Row] = []
            for otherNames in [false, true] where !otherNames || !fields.otherNames.isEmpty {
                Self.append(fields, otherNames: otherNames, to: &builder)
                rows.append(Row(row: count, isOtherName: otherNames))
                count += 1
            }
            return rows
        }
        self.person = rows(of: person)
        self.others = others.map(rows)
        table = builder.finish()
        space = PatternSpace(table)
    }

    /// The rows to compare of the person and one of the others.
    func pairs(with other: Int) -> [(Row, Row)] {
        person.flatMap { left in others[other].map { (left, $0) } }
    }

    private static func append(
        _ person: PersonFields,
        otherNames: Bool,
        to builder: inout TableBuilder
    ) {
        let names =
            otherNames
            ? ["", "", person.otherNames] : [person.givenNames, person.surnames, ""]
        builder.append(
            identifier: "",
            values: names + [
                person.birthDate, person.sex, person.nationality, person.document, person.phone,
            ]
        )
    }
}
