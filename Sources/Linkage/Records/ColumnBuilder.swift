/// Gathers the values of one field that is no part of a name.
struct ColumnBuilder: Sendable {
    private let kind: FieldKind
    private(set) var report = ColumnReport()
    private var dates: [PartialDate] = []
    /// Dates of this source of which day and month are known only when all were seen.
    private var undecided: [Int] = []
    private var dayFirst = 0
    private var monthFirst = 0
    private var hasLetterH = false
    private var sourceStart = 0
    private var codes: [UInt32] = []
    private var index = ByteIndex()
    private var counts: [UInt32] = []
    private var raw = ByteIndex()
    private var rawCodes: [UInt32] = []
    private var rawDates: [DateReading] = []
    /// Prepared values that have no number yet.
    private var pending: [UInt8] = []
    private var pendingEnds: [Int] = []

    init(kind: FieldKind) {
        self.kind = kind
        let nothing: [UInt8] = []
        _ = index.number(of: nothing.span)
        counts.append(0)
    }

    /// Whether another value fits.
    var hasRoom: Bool { index.bytes.count < 1 << 31 && raw.bytes.count < 1 << 31 }

    mutating func append(_ value: Span<UInt8>, scratch: inout [UInt8]) {
        switch kind {
        case .dateOfBirth: append(date: value)
        // Nearly every telephone and document is another: to look for it costs more than to prepare it,
        // and many are looked for at a time.
        case .phone, .document:
            ValuePreparation.prepare(value, kind: kind, into: &scratch)
            pending.append(contentsOf: scratch)
            pendingEnds.append(pending.count)
            if pendingEnds.count == 64 { takePending() }
        default:
            if kind == .sex, Sex.isLetterH(value) { hasLetterH = true }
            let known = raw.count
            let number = Int(raw.number(of: value))
            if number == known { rawCodes.append(code(of: value, scratch: &scratch)) }
            append(code: rawCodes[number])
        }
    }

    private mutating func code(of value: Span<UInt8>, scratch: inout [UInt8]) -> UInt32 {
        ValuePreparation.prepare(value, kind: kind, into: &scratch)
        return scratch.isEmpty ? 0 : index.number(of: scratch.span)
    }

    private mutating func takePending() {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(pendingEnds.count)
        let (keys, ends) = (pending, pendingEnds)
        index.numbers(of: keys.span, ends: ends.span) { numbers.append($0) }
        for number in numbers { append(code: number) }
        pending.removeAll(keepingCapacity: true)
        pendingEnds.removeAll(keepingCapacity: true)
    }

    private mutating func append(code: UInt32) {
        if code == counts.count { counts.append(0) }
        counts[Int(code)] += 1
        codes.append(code)
        if code == 0 { report.missing += 1 }
    }

    private mutating func append(date value: Span<UInt8>) {
        var reading = DateReading.iso(value)
        if reading == nil {
            let known = raw.count
            let number = Int(raw.number(of: value))
            if number == known { rawDates.append(DateReading.read(value)) }
            reading = rawDates[number]
        }
        guard let reading else { return }
        switch reading.order {
        case .certain: break
        case .dayFirst: dayFirst += 1
        case .monthFirst: monthFirst += 1
        case .either: undecided.append(dates.count)
        }
        let date = reading.date(monthFirst: false)
        if reading.hasImpossiblePart { report.impossible += 1 }
        if date.isMissing { report.missing += 1 }
        dates.append(date)
    }

    /// Decides what only all values of a source can: the order of day and month, and whose letter `M` is.
    mutating func endSource() {
        takePending()
        if kind == .dateOfBirth {
            endDates()
        } else if kind == .sex {
            endSexes()
        }
        (undecided, dayFirst, monthFirst, hasLetterH) = ([], 0, 0, false)
        sourceStart = max(dates.count, codes.count)
    }

    private mutating func endDates() {
        guard !undecided.isEmpty || dayFirst + monthFirst > 0 else {
            report.dateOrders.append(nil)
            return
        }
        let isMonthFirst = monthFirst > dayFirst
        report.dateOrders.append(
            DateOrder(
                isMonthFirst: isMonthFirst,
                shown: max(dayFirst, monthFirst),
                against: min(dayFirst, monthFirst),
                undecided: undecided.count
            )
        )
        guard isMonthFirst else { return }
        for row in undecided {
            let date = dates[row]
            dates[row] = PartialDate(year: date.year, month: date.day, day: date.month)
        }
    }

    private mutating func endSexes() {
        let unsure = [Sex.femaleOrMale.rawValue]
        guard let code = index.find(unsure.span), code < counts.count else { return }
        let meant = [(hasLetterH ? Sex.female : Sex.male).rawValue]
        let number = index.number(of: meant.span)
        if number == counts.count { counts.append(0) }
        for row in sourceStart..<codes.count where codes[row] == code {
            codes[row] = number
            counts[Int(code)] -= 1
            counts[Int(number)] += 1
        }
    }

    consuming func finish() -> RecordTable.Values {
        if kind == .dateOfBirth { return .dates(dates) }
        var column = CodeColumn()
        column.values = codes
        column.dictionary.bytes = index.bytes
        column.dictionary.offsets = index.offsets
        column.dictionary.counts = counts
        return .codes(column)
    }
}
