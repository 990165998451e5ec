/// From which columns of a source each field of the table is taken.
struct ColumnPlan {
    /// Where a field's values come from.
    enum Origin: Hashable {
        case column(Int)
        /// Year, month and day in columns of their own.
        case date(year: Int, month: Int?, day: Int?)
        /// The source has no such column.
        case absent
    }

    /// One for each field.
    let origins: [Origin]
    /// What each column is used as, as far as the other sources allow.
    let guesses: [ColumnGuess]

    /// The fields that a source offers by guess, with their origins.
    private static func offers(_ header: SourceHeader) -> [(field: Field, origin: Origin)] {
        var offers: [(Field, Origin)] = []
        let meanings = header.columns.map(HeaderWords.meaning(of:))
        func part(_ meaning: HeaderWords.Meaning) -> Int? {
            header.guesses.indices.first {
                header.guesses[$0].use == .partOfBirthDate && meanings[$0] == meaning
            }
        }
        for (place, guess) in header.guesses.enumerated() {
            switch guess.use {
            case .field(let kind):
                offers.append((Field(name: guess.column, kind: kind), .column(place)))
            case .partOfBirthDate where meanings[place] == .birthYear && part(.birthYear) == place:
                let month = part(.birthMonth)
                let day = part(.birthDay)
                let names = [place, month, day].compactMap { $0.map { header.columns[$0] } }
                offers.append(
                    (
                        Field(name: names.joined(separator: "+"), kind: .dateOfBirth),
                        .date(year: place, month: month, day: day)
                    )
                )
            default: break
            }
        }
        return offers
    }

    /// The fields of a table made of sources, when nobody said what they are: those of the first, and the
    /// parts of names that only others have.
    static func fields(of headers: [SourceHeader]) -> [Field] {
        var fields: [Field] = []
        for (place, header) in headers.enumerated() {
            let plan = ColumnPlan(fields: fields, header: header, mayGuess: true)
            for (field, origin) in offers(header)
            where !plan.origins.contains(origin) && (place == 0 || field.kind.isName) {
                fields.append(field)
            }
        }
        return fields
    }

    /// Finds each field in a source: by name, and what is then left by kind, in order.
    init(fields: [Field], header: SourceHeader, mayGuess: Bool) {
        let offers = Self.offers(header)
        var origins = fields.map { field in
            header.place(of: field.name).map { Origin.column($0) } ?? .absent
        }
        for place in fields.indices where origins[place] == .absent {
            if let offer = offers.first(where: {
                $0.field.kind == fields[place].kind && !origins.contains($0.origin)
            }) {
                origins[place] = offer.origin
            }
        }
        self.origins = origins
        var guesses = header.guesses
        for place in guesses.indices where place != header.identifier {
            if let field = origins.firstIndex(of: .column(place)) {
                guesses[place].use = .field(fields[field].kind)
                if !mayGuess { guesses[place].reason = .given }
            } else if case .field = guesses[place].use {
                (guesses[place].use, guesses[place].reason) = (.leftOut, mayGuess ? .alone : .given)
            }
        }
        self.guesses = guesses
    }
}
