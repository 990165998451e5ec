import Foundation
import TestSupport

/// Names of which a few are very common and most are rare, as names are.
///
/// The name of rank r (from 1) has weight 1 / (r + 2.7)^s (Mandelbrot's form of Zipf's law).
struct SkewedList: Sendable {
    /// The names, the most common first.
    let names: [String]
    private let cumulative: [Double]

    /// Makes a list of the words of a text; an underscore stands for a blank inside a name.
    init(_ text: String, tail: [String] = [], exponent: Double = 1) {
        let words = text.split(whereSeparator: \.isWhitespace).map {
            String($0).replacing("_", with: " ")
        }
        var seen = Set<String>()
        names = (words + tail).filter { seen.insert($0).inserted }
        var sum = 0.0
        cumulative = names.indices.map { rank in
            sum += pow(Double(rank) + 3.7, -exponent)
            return sum
        }
    }

    /// Draws a name.
    func draw(_ random: inout SplitMix64) -> String {
        let wanted = random.unit() * (cumulative.last ?? 0)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return names[low]
    }
}
