/// Sorting of 64-bit numbers by counting their digits (least significant digit first).
enum RadixSort {
    private static let digitBits = 11
    private static let digits = 1 << digitBits

    /// Sorts by the bits from `lowest` upwards; numbers that agree in those keep their order.
    static func sort(_ numbers: inout [UInt64], lowest: Int = 0) {
        var other = [UInt64](repeating: 0, count: numbers.count)
        sort(&numbers, lowest: lowest, with: &other)
    }

    /// The same in memory that the caller keeps: `other` grows to the count of `numbers`, and what it
    /// holds afterwards has no meaning.
    static func sort(_ numbers: inout [UInt64], lowest: Int = 0, with other: inout [UInt64]) {
        let count = numbers.count
        guard count > 1 else { return }
        if other.count != count {
            other = []
            other = [UInt64](repeating: 0, count: count)
        }
        var isInOther = false
        for shift in stride(from: lowest, to: 64, by: digitBits) {
            let moved =
                isInOther
                ? distribute(other, to: &numbers, shift: shift)
                : distribute(numbers, to: &other, shift: shift)
            if moved { isInOther.toggle() }
        }
        if isInOther { swap(&numbers, &other) }
    }

    /// One digit's turn; false, with nothing done, when all numbers have the same digit.
    private static func distribute(
        _ from: [UInt64],
        to: inout [UInt64],
        shift: Int
    ) -> Bool {
        var next = [Int](repeating: 0, count: digits)
        let mask = UInt64(digits - 1)
        let shift = UInt64(shift)
        var moved = true
        unsafe from.withUnsafeBufferPointer { from in
            unsafe next.withUnsafeMutableBufferPointer { next in
                for index in 0..<from.count {
                    unsafe next[Int(truncatingIfNeeded: (from[index] &>> shift) & mask)] &+= 1
                }
                let first = unsafe Int(truncatingIfNeeded: (from[0] &>> shift) & mask)
                if unsafe next[first] == from.count {
                    moved = false
                    return
                }
                var start = 0
                for digit in 0..<digits {
                    unsafe (next[digit], start) = (start, start + next[digit])
                }
                unsafe to.withUnsafeMutableBufferPointer { to in
                    for index in 0..<from.count {
                        let number = unsafe from[index]
                        let digit = Int(truncatingIfNeeded: (number &>> shift) & mask)
                        unsafe to[next[digit]] = number
                        unsafe next[digit] &+= 1
                    }
                }
            }
        }
        return moved
    }
}
