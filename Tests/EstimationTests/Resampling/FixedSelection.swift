import Estimation

/// One model, whatever the counts.
struct FixedSelection: Selection {
    let model: HierarchicalModel

    struct Worker: SelectionWorker {
        let model: HierarchicalModel

        mutating func estimate(_ counts: [Double]) -> Double? {
            try? LogLinear.fit(model, to: counts).estimate
        }
    }

    func makeWorker(for table: CaptureTable) -> Worker { Worker(model: model) }
}
