/// Spreads a number over all 32-bit numbers, one to one and 0 to 0 (the finalizer "lowbias32" of
/// Wellons, 2018).
@inline(__always)
func mix(_ number: UInt32) -> UInt32 {
    var mixed = number ^ (number >> 16)
    mixed = mixed &* 0x7FEB_352D
    mixed = (mixed ^ (mixed >> 15)) &* 0x846C_A68B
    return mixed ^ (mixed >> 16)
}

/// The number that `mix` makes another of.
@inline(__always)
func unmix(_ number: UInt32) -> UInt32 {
    // The factors' inverses modulo 2³².
    var mixed = number ^ (number >> 16)
    mixed = mixed &* 0x4302_1123
    mixed = mixed ^ (mixed >> 15) ^ (mixed >> 30)
    mixed = mixed &* 0x1D69_E2A5
    return mixed ^ (mixed >> 16)
}
