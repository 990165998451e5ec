/// How values are made comparable: one rule for each kind of field, and what it does can be read.
public enum Preparation {
    /// The rules' version.
    ///
    /// It grows whenever some value would be prepared differently than before, so
    /// that results and encodings made under different rules are not mixed.
    public static let version = 1

    /// One thing that was done to a value.
    public struct Step: Hashable, Sendable {
        /// What was done.
        public var rule: Rule
        /// The value afterwards; empty when it counts as missing.
        public var result: String
    }

    /// What is done to one value, step by step; steps that change nothing are left out.
    ///
    /// A date in digits alone is read day first here, and a sex written `M` as male; in a table the whole
    /// column decides.
    ///
    /// - Parameters:
    ///   - value: As written.
    ///   - kind: What the field holds.
    /// - Returns: The steps in order. The last one's result is what is compared; without steps the value
    ///   is compared as it is.
    public static func trace(of value: String, as kind: FieldKind) -> [Step] {
        var steps = StepRecorder(value)
        let bytes = Array(value.utf8)
        if kind.isName {
            let words = NamePreparation.words(of: bytes.span, kind: kind, steps: &steps)
            steps.note(
                .words,
                words.map { String(decoding: $0.letters, as: UTF8.self) }.joined(separator: " ")
            )
            return steps.steps
        }
        if kind == .dateOfBirth {
            let reading = DateReading.read(bytes.span)
            let rule: Rule =
                reading == .missing ? .missing : reading.hasImpossiblePart ? .impossible : .date
            steps.note(rule, reading.date(monthFirst: false).description)
            return steps.steps
        }
        var prepared: [UInt8] = []
        ValuePreparation.prepare(bytes.span, kind: kind, into: &prepared)
        if prepared == [Sex.femaleOrMale.rawValue] { prepared = [Sex.male.rawValue] }
        let result = String(decoding: prepared, as: UTF8.self)
        steps.note(prepared.isEmpty ? .missing : .of(kind), result)
        return steps.steps
    }
}

/// Gathers steps; one that was not begun gathers nothing and costs nothing.
struct StepRecorder {
    private(set) var steps: [Preparation.Step] = []
    private var last: String?

    /// A recorder that gathers nothing.
    init() {}

    /// A recorder for a value as it was written.
    init(_ value: String) { last = value }

    /// Notes a step, if its result differs from the last.
    mutating func note(_ rule: Preparation.Rule, _ result: @autoclosure () -> String) {
        guard let last else { return }
        let result = result()
        guard result != last else { return }
        self.last = result
        steps.append(Preparation.Step(rule: rule, result: result))
    }
}
