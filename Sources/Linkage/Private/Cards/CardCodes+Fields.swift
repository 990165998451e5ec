extension CardCodes {
    /// Prepares a person's fields as those of a table are, and encodes them.
    init(_ person: PersonFields, _ hasher: CardHasher) {
        let table = RecordTable(people: [("", person)])
        let vocabulary = table.names.vocabulary
        for token in table.names[0].prefix(Self.mostNames) {
            let letters = vocabulary[token.id]
            let nickname = vocabulary.nicknames[token.id]
            names.append(
                NamePart(
                    role: token.role,
                    whole: hasher.short(.name, letters),
                    sound: hasher.short(.sound, vocabulary.sound(of: token.id)),
                    nickname: nickname == 0
                        ? 0 : hasher.short(.nickname, String(nickname).utf8),
                    letters: hasher.filter(letters)
                )
            )
        }
        for column in table.columns {
            switch column.values {
            case .dates(let dates): encode(dates[0], hasher)
            case .codes(let codes):
                let value = codes.dictionary[Int(codes.values[0])]
                if !value.isEmpty { encode(value, column.field.name, hasher) }
            }
        }
    }

    private mutating func encode(_ value: ArraySlice<UInt8>, _ field: String, _ hasher: CardHasher)
    {
        switch field {
        case "sex": sex = hasher.short(.sex, value)
        case "nationality": nationality = hasher.short(.nationality, value)
        case "document":
            document = Number(
                whole: hasher.long(.document, value),
                letters: hasher.filter(value)
            )
        default:
            phone = Number(whole: hasher.long(.phone, value), letters: hasher.filter(value))
        }
    }

    /// The first of January counts as the year alone, since registers write it when no more is known.
    private mutating func encode(_ date: PartialDate, _ hasher: CardHasher) {
        func text(_ parts: [Int]) -> [UInt8] {
            Array(parts.map(String.init).joined(separator: "-").utf8)
        }
        let (year, month, day) = (Int(date.year), Int(date.month), Int(date.day))
        if year > 0 { years = [year, year - 1, year + 1].map { hasher.short(.year, text([$0])) } }
        guard month > 0, day > 0, !(month == 1 && day == 1) else { return }
        self.date = hasher.long(.date, text([year, month, day]))
        dayMonth = hasher.short(.dayMonth, text([min(day, month), max(day, month)]))
        dayOrMonth = [day, month].map { hasher.short(.dayOrMonth, text([$0])) }
    }
}
