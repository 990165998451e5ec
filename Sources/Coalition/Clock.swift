package import Casework
import Foundation

extension Moment {
    /// The time by the machine's clock.
    @Sendable package static func now() -> Moment {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
    }
}
