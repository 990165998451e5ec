/// The numbers and the month's name in a text that should be a date.
struct DateParts {
    private var numbers: [(value: Int, digits: Int)] = []
    private var month: Int?
    /// How many numbers stood before the month's name.
    private var numbersBeforeMonth = 0
    private var isStrange = false

    /// Takes a text apart.
    ///
    /// A time of day and words such as `c.`, `circa` or `de` are left out.
    init(_ value: Span<UInt8>) {
        var folded: [UInt8] = []
        if !Letters.fold(value, into: &folded) {
            let text = unsafe value.withUnsafeBufferPointer {
                unsafe String(decoding: $0, as: UTF8.self)
            }
            // Digits of other scripts, and 年 月 日 between them.
            let plain = text.map {
                $0.wholeNumberValue.map(String.init) ?? ($0.isASCII ? String($0) : " ")
            }
            _ = Letters.fold(Array(plain.joined().utf8).span, into: &folded)
        }
        var index = 0
        while index < folded.count {
            let start = index
            if Self.isDigit(folded[index]) {
                while index < folded.count, Self.isDigit(folded[index]) { index += 1 }
                // `1990-05-17T10:30:00`, `17/05/1990 10:30`: after three numbers comes the time.
                if numbers.count + (month == nil ? 0 : 1) >= 3
                    || index - start == 8 && !numbers.isEmpty
                {
                    break
                }
                guard index - start <= 8 else {
                    isStrange = true
                    break
                }
                let number = folded[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                numbers.append((number, index - start))
            } else if Self.isLetter(folded[index]) {
                while index < folded.count, Self.isLetter(folded[index]) { index += 1 }
                take(word: folded[start..<index])
            } else {
                index += 1
            }
        }
    }

    private mutating func take(word: ArraySlice<UInt8>) {
        let text = String(decoding: word, as: UTF8.self)
        if let number = MonthNames.number(of: text) {
            if month != nil { isStrange = true }
            month = number
            numbersBeforeMonth = numbers.count
        } else if numbers.count < 3, !MonthNames.fillers.contains(text), !(text == "t") {
            isStrange = true
        }
    }

    /// What the parts say.
    var reading: DateReading {
        guard !isStrange else { return .impossible }
        if let month { return withName(month) }
        switch numbers.count {
        case 1: return one(numbers[0].value, digits: numbers[0].digits)
        case 2: return two
        case 3:
            let (a, b, c) = (numbers[0], numbers[1], numbers[2])
            if a.digits >= 3 { return .certain(year: a.value, month: b.value, day: c.value) }
            if b.digits > 2 { return .impossible }
            return .numbers(a.value, b.value, year: Self.year(c.value, digits: c.digits))
        default: return .impossible
        }
    }

    private func withName(_ month: Int) -> DateReading {
        switch numbers.count {
        case 0: return .certain(year: 0, month: month, day: 0)
        case 1:
            let (value, digits) = numbers[0]
            if digits >= 3 || numbersBeforeMonth == 0 && value > 31 {
                return .certain(year: Self.year(value, digits: digits), month: month, day: 0)
            }
            return .certain(year: 0, month: month, day: value)
        case 2:
            let (a, b) = (numbers[0], numbers[1])
            if a.digits >= 3 { return .certain(year: a.value, month: month, day: b.value) }
            return .certain(year: Self.year(b.value, digits: b.digits), month: month, day: a.value)
        default: return .impossible
        }
    }

    /// One run of digits: a year, a year and month, or a compact date.
    private func one(_ number: Int, digits: Int) -> DateReading {
        switch digits {
        case 4: return .certain(year: number, month: 0, day: 0)
        case 6:
            let (year, month) = (number / 100, number % 100)
            if (1850...2100).contains(year), month <= 12 {
                return .certain(year: year, month: month, day: 0)
            }
            // As in a Mexican CURP: two digits each for year, month and day.
            return .certain(
                year: Self.year(number / 10_000, digits: 2),
                month: number / 100 % 100,
                day: number % 100
            )
        case 8:
            let reading = DateReading.certain(
                year: number / 10_000,
                month: number / 100 % 100,
                day: number % 100
            )
            if (1000...2199).contains(number / 10_000), !reading.hasImpossiblePart {
                return reading
            }
            let other = DateReading.numbers(
                number / 1_000_000,
                number / 10_000 % 100,
                year: number % 10_000
            )
            return (1000...2199).contains(number % 10_000) && !other.hasImpossiblePart
                ? other : reading
        default: return .impossible
        }
    }

    /// Two numbers: a year and a month in either order.
    private var two: DateReading {
        let (a, b) = (numbers[0], numbers[1])
        if a.digits == 4, b.digits <= 2 { return .certain(year: a.value, month: b.value, day: 0) }
        if b.digits == 4, a.digits <= 2 { return .certain(year: b.value, month: a.value, day: 0) }
        return .impossible
    }

    private static func year(_ value: Int, digits: Int) -> Int {
        guard digits <= 2, value > 0 || digits == 2 else { return value }
        return value <= DateReading.pivot ? 2000 + value : 1900 + value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
}

/// Names of the months in Spanish, English, French and Portuguese, whole and short.
enum MonthNames {
    /// 1 to 12, or nil when the word is no month.
    static func number(of word: String) -> Int? { numbers[word] }

    /// Words that may stand in a date and say nothing of its parts.
    static let fillers: Set<String> = [
        "c", "ca", "circa", "cerca", "hacia", "about", "abt", "around", "aprox", "approx", "vers",
        "de", "del", "of", "the", "le", "er", "st", "nd", "rd", "th", "o", "a", "year", "ano", "an",
        "born", "nacio", "nacida", "nacido", "ne", "nee", "el", "en", "in", "dia", "mes", "est",
    ]

    private static let numbers: [String: Int] = {
        let months = """
            ene enero jan january janv janvier janeiro
            feb febrero february fev fevr fevrier fevereiro
            mar marzo march mars marco
            abr abril apr april avr avril
            may mayo mai maio
            jun junio june juin junho
            jul julio july juil juillet julho
            ago agosto aug august aou aout
            sep sept septiembre setiembre september septembre setembro set
            oct octubre october octobre out outubro
            nov noviembre november novembre novembro
            dic diciembre dec december decembre dez dezembro
            """.split(separator: "\n")
        var numbers: [String: Int] = [:]
        for (place, names) in months.enumerated() {
            for name in names.split(separator: " ") { numbers[String(name)] = place + 1 }
        }
        return numbers
    }()
}
