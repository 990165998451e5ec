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
        var bit = 1
        while bit < values.count {
            for mask in 0..<values.count where mask & bit == 0 {
                unsafe values[mask] += values[mask | bit]
            }
            bit <<= 1
        }
    }

    static func overSubsets(of values: UnsafeMutableBufferPointer<Double>) {
        var bit = 1
        while bit < values.count {
            for mask in 0..<values.count where mask & bit == 0 {
                unsafe values[mask | bit] += values[mask]
            }
            bit <<= 1
        }
    }
}
