/// Sorting of 64-bit numbers by counting their digits (least significant digit first).
enum RadixSort {
    private static let digitBits = 11
    private static let digits = 1 << digitBits

    /// Sorts by the bits from `lowest` upwards; numbers that agree in those keep their order.
    ///
    /// What `other` holds is lost.
    static func sort(_ buffer: inout EntryBuffer, lowest: Int = 0, with other: inout EntryBuffer) {
        guard buffer.count > 1 else { return }
        let shifts = Array(stride(from: lowest, to: 64, by: digitBits))
        var counts = count(buffer, shifts: shifts)
        other.resize(to: buffer.count)
        for (place, shift) in shifts.enumerated() {
            let table = place * digits..<(place + 1) * digits
            // A digit that all numbers share moves none.
            if counts[table].contains(buffer.count) { continue }
            var start = 0
            for digit in table { (counts[digit], start) = (start, start + counts[digit]) }
            distribute(buffer, to: &other, shift: shift, next: &counts, from: table.lowerBound)
            swap(&buffer, &other)
        }
    }

    /// How often each digit occurs, for all digits in one turn.
    private static func count(_ buffer: borrowing EntryBuffer, shifts: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: digits * shifts.count)
        let numbers = unsafe buffer.numbers
        let mask = UInt64(digits - 1)
        unsafe counts.withUnsafeMutableBufferPointer { counts in
            for index in 0..<numbers.count {
                let number = unsafe numbers[index]
                for place in 0..<shifts.count {
                    let digit = Int((number &>> UInt64(shifts[place])) & mask)
                    unsafe counts[place &* digits &+ digit] &+= 1
                }
            }
        }
        return counts
    }

    private static func distribute(
        _ from: borrowing EntryBuffer,
        to: inout EntryBuffer,
        shift: Int,
        next: inout [Int],
        from base: Int
    ) {
        let (source, target) = unsafe (from.numbers, to.numbers)
        let mask = UInt64(digits - 1)
        let shift = UInt64(shift)
        unsafe next.withUnsafeMutableBufferPointer { next in
            for index in 0..<source.count {
                let number = unsafe source[index]
                let digit = Int((number &>> shift) & mask) &+ base
                unsafe target[next[digit]] = number
                unsafe next[digit] &+= 1
            }
        }
    }
}
