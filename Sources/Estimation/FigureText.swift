import Foundation

/// How numbers are written for people: commas between thousands, the custom of Mexico and of English
/// alike.
enum FigureText {
    /// A number of people, rounded to a whole one.
    ///
    /// - Parameter value: The number.
    /// - Returns: `11,313`; `1.5e+20` from 1e16 up; `∞` beyond every bound, `—` for what is no number.
    static func count(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "—" : value < 0 ? "−∞" : "∞" }
        guard abs(value) < 1e16 else { return String(format: "%.1e", value) }
        let digits = String(format: "%.0f", abs(value).rounded())
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return value.rounded() < 0 ? "−" + grouped : grouped
    }

    /// A share of a whole in hundredths, never rounded to none or to all.
    ///
    /// - Parameter share: The share, from 0 up.
    /// - Returns: `12 %`; `< 1 %` and `> 99 %` near the ends; above 1 as it is.
    static func share(_ share: Double) -> String {
        let number: String
        switch share * 100 {
        case let hundredths where hundredths > 0 && hundredths < 0.5: number = "<\u{00A0}1"
        case let hundredths where hundredths >= 99.5 && hundredths < 100: number = ">\u{00A0}99"
        case let hundredths: number = count(hundredths)
        }
        return number + "\u{00A0}%"
    }

    /// A probability after the letter that it stands for.
    ///
    /// - Parameter value: The probability.
    /// - Returns: `= 0.012`, or `< 0.001`.
    static func probability(_ value: Double) -> String {
        value < 0.001 ? "< 0.001" : "= " + decimal(value, places: 3)
    }

    /// A number with as many decimals as asked.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - places: The decimals, 0 to 6.
    /// - Returns: `0.95`; as ``count(_:)`` for what is not finite.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return count(value) }
        return String(format: "%.\(places)f", value).replacingOccurrences(of: "-", with: "−")
    }
}
