import CDice

/// How the bits that two filters share are counted: all find the same, each as fast as its processor can.
package enum DiceKernel: String, CaseIterable, Sendable {
    /// Plain C.
    case portable
    /// x86-64 with POPCNT.
    case popcnt
    /// x86-64 with AVX2.
    case avx2
    /// x86-64 with AVX-512 F and VPOPCNTDQ.
    case avx512

    /// Whether this processor can run it.
    package var runs: Bool { dice_runs(code) != 0 }

    /// The fastest that this processor can run; they are declared from slow to fast.
    package static let fastest = allCases.last(where: \.runs) ?? .portable

    var code: dice_kernel {
        switch self {
        case .portable: dice_portable
        case .popcnt: dice_popcnt
        case .avx2: dice_avx2
        case .avx512: dice_avx512
        }
    }
}
