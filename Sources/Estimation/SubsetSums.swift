/// The sums over all subsets or supersets of each set, for 2^*K* values by bit mask.
///
/// These are the zeta transforms of the subset lattice: *K* · 2^(*K*−1) additions in place.
public enum SubsetSums {
    /// Turns the value of each set into the sum over the sets that contain it.
    ///
    /// - Parameter values: 2^*K* values by mask.
    public static func overSupersets(_ values: inout [Double]) {
        unsafe values.withUnsafeMutableBufferPointer { unsafe overSupersets(of: $0) }
    }

    /// Turns the value of each set into the sum over the sets that it contains.
    ///
    /// - Parameter values: 2^*K* values by mask.
    public static func overSubsets(_ values: inout [Double]) {
        unsafe values.withUnsafeMutableBufferPointer { unsafe overSubsets(of: $0) }
    }

    static func overSupersets(of values: UnsafeMutableBufferPointer<Double>) {
        eachPair(of: values.count) { without, with in
            unsafe values[without] += values[with]
        }
    }

    static func overSubsets(of values: UnsafeMutableBufferPointer<Double>) {
        eachPair(of: values.count) { without, with in
            unsafe values[with] += values[without]
        }
    }

    /// Turns the value of each set into the product over the sets that it contains.
    static func productsOverSubsets(of values: UnsafeMutableBufferPointer<Double>) {
        eachPair(of: values.count) { without, with in
            unsafe values[with] *= values[without]
        }
    }

    /// Visits, bit by bit, each set without the bit together with the same set with it.
    @inline(__always)
    private static func eachPair(of count: Int, visit: (_ without: Int, _ with: Int) -> Void) {
        var bit = 1
        while bit < count {
            var block = 0
            while block < count {
                for without in block..<(block + bit) { visit(without, without + bit) }
                block += 2 * bit
            }
            bit <<= 1
        }
    }
}
