extension Words {
    /// A whole number with commas between thousands, the custom of Mexico and of English alike.
    package func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                grouped.append(",")
            }
            grouped.append(digit)
        }
        return grouped
    }

    /// A number rounded to some decimals, after a point.
    ///
    /// There can be 0 to 6. What is not a number, or too large to print exactly, shows as `—`.
    package func number(_ value: Double, places: Int) -> String {
        let places = min(max(places, 0), 6)
        let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled.isFinite, scaled < 9e15 else { return "—" }
        let units = Int(scaled)
        let whole = number(units / Int(scale))
        let sign = value < 0 && units > 0 ? "−" : ""
        guard places > 0 else { return sign + whole }
        let decimals = String(units % Int(scale))
        return sign + whole + "." + String(repeating: "0", count: places - decimals.count)
            + decimals
    }

    /// A share as a percentage: 0.125 is `12.5 %` in Spanish and `12.5%` in English.
    package func percent(_ share: Double, places: Int = 0) -> String {
        let figure = number(share * 100, places: places)
        return language == .spanish ? "\(figure) %" : "\(figure)%"
    }
}
