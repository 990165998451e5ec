import Foundation

/// The logarithm of the gamma function, safe to ask from several threads at once.
///
/// - Parameter value: Above 0.
/// - Returns: The logarithm, as the platform's reentrant function has it.
public func logGamma(_ value: Double) -> Double { lgamma(value).0 }
