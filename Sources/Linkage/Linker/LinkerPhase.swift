/// What a ``Linker`` is doing.
public enum LinkerPhase: String, CaseIterable, Hashable, Sendable {
    /// Records are sorted into blocks.
    case blocking
    /// A part of the candidate pairs is compared and the model learned.
    case training
    /// The other candidate pairs are compared.
    case scoring
    /// Links are put in order.
    case finishing
}
