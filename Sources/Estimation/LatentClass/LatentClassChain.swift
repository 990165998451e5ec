import Foundation

/// One chain of the latent-class sampler.
///
/// Everything is drawn in turn given all the rest (Gibbs sampling), for whole classes at once: only the
/// number of people of each history in each class matters. See ``LatentClass`` for the model.
struct LatentClassChain {
    private let model: LatentClass
    private let histories: [(lists: Int, people: Double)]
    private let observed: Double
    private var random: RandomStream

    /// By class and list, the logarithm of the probability to be on the list, and not to be.
    private var logOn: [[Double]]
    private var logOff: [[Double]]
    /// By class, the logarithm of its share of all people.
    private var logShare: [Double]
    private var alpha: Double
    /// By class, the people never seen.
    private var unseenIn: [Double]
    /// By class, the people seen; and those of them on each list.
    private var seenIn: [Double]
    private var listedIn: [[Double]]

    /// All people never seen.
    private(set) var unseen: Double
    /// How many of the sweeps drew more people never seen than are thought of.
    private(set) var rejected = 0

    // Kept from sweep to sweep so that nothing is allocated.
    private var logWeights: [Double]
    private var weights: [Double]
    private var shared: [Double]

    /// Begins a chain.
    ///
    /// - Parameters:
    ///   - model: The model and the table.
    ///   - start: The number of people never seen that it begins with.
    ///   - random: What it draws from.
    init(_ model: LatentClass, start: Double, random: RandomStream) {
        self.model = model
        self.random = random
        let table = model.table
        histories = table.counts.enumerated().compactMap { history, count in
            count.rounded() > 0 ? (history, count.rounded()) : nil
        }
        let observed = histories.reduce(0) { $0 + $1.people }
        self.observed = observed
        let classes = model.classes
        let zeros = Array(repeating: 0.0, count: classes)
        logOn = Array(repeating: Array(repeating: 0, count: table.listCount), count: classes)
        logOff = logOn
        listedIn = logOn
        logShare = Array(repeating: -log(Double(classes)), count: classes)
        alpha = 1
        unseen = start.rounded()
        unseenIn = zeros
        seenIn = zeros
        logWeights = zeros
        weights = zeros
        shared = zeros
        let people = table.overlaps
        for group in 0..<classes {
            for list in 0..<table.listCount {
                let share = people[1 << list] / (observed + unseen)
                (logOn[group][list], logOff[group][list]) = self.random.logBeta(
                    1 + 4 * share,
                    1 + 4 * (1 - share)
                )
            }
        }
        drawUnseenClasses()
    }

    /// Draws everything once.
    mutating func sweep() {
        drawClasses()
        reorderClasses()
        drawLists()
        drawShares()
        drawUnseen()
        drawUnseenClasses()
        alpha =
            random.gamma(shape: model.shape + Double(model.classes - 1))
            / (model.rate - logShare[model.classes - 1])
    }

    /// The class of each person seen, given shares and probabilities.
    private mutating func drawClasses() {
        for group in 0..<model.classes {
            seenIn[group] = 0
            for list in listedIn[group].indices { listedIn[group][list] = 0 }
        }
        for (lists, people) in histories {
            for group in 0..<model.classes { logWeights[group] = logChance(lists, in: group) }
            raiseWeights()
            random.multinomial(trials: people, weights: weights, into: &shared)
            for group in 0..<model.classes where shared[group] > 0 {
                seenIn[group] += shared[group]
                for list in listedIn[group].indices where lists >> list & 1 == 1 {
                    listedIn[group][list] += shared[group]
                }
            }
        }
    }

    private func logChance(_ lists: Int, in group: Int) -> Double {
        var sum = logShare[group]
        for list in 0..<model.table.listCount {
            sum += lists >> list & 1 == 1 ? logOn[group][list] : logOff[group][list]
        }
        return sum
    }

    private mutating func raiseWeights() {
        var top = -Double.infinity
        for value in logWeights { top = max(top, value) }
        for group in logWeights.indices { weights[group] = exp(logWeights[group] - top) }
    }

    /// Lets neighbouring classes change places, by steps of Metropolis and Hastings' kind.
    ///
    /// The order of the classes matters because the pieces of the stick tend to become smaller. Without
    /// such steps a large class that happens to be a late one stays there for thousands of sweeps, with
    /// an α to match (Papaspiliopoulos and Roberts, Biometrika 95, 2008, section 3.4; Hastie, Liverani
    /// and Richardson, Statistics and Computing 25, 2015). The pieces are integrated out, as they are
    /// drawn anew right after: with *a* and *b* people in the two classes and *r* in later ones, the order
    /// *b*, *a* is (α+b+r)/(α+a+r) times as probable as *a*, *b*; of the last two, the second of which
    /// takes all that is left, Γ(1+b) Γ(α+a) / (Γ(1+a) Γ(α+b)) times.
    private mutating func reorderClasses() {
        var later = 0.0
        for second in (1..<model.classes).reversed() {
            let first = second - 1
            let a = seenIn[first] + unseenIn[first]
            let b = seenIn[second] + unseenIn[second]
            let gain =
                second == model.classes - 1
                ? logGamma(1 + b) + logGamma(alpha + a) - logGamma(1 + a) - logGamma(alpha + b)
                : log((alpha + b + later) / (alpha + a + later))
            if a != b, gain >= 0 || log(random.insideUnit()) < gain {
                seenIn.swapAt(first, second)
                unseenIn.swapAt(first, second)
                listedIn.swapAt(first, second)
            }
            later += seenIn[second] + unseenIn[second]
        }
    }

    /// The probability of each list in each class, given who is in it.
    private mutating func drawLists() {
        for group in 0..<model.classes {
            let people = seenIn[group] + unseenIn[group]
            for list in listedIn[group].indices {
                let on = listedIn[group][list]
                (logOn[group][list], logOff[group][list]) = random.logBeta(1 + on, 1 + people - on)
            }
        }
    }

    /// The shares of the classes, by pieces broken off a stick.
    private mutating func drawShares() {
        var later = observed + unseen
        var logLeft = 0.0
        for group in 0..<model.classes - 1 {
            let people = seenIn[group] + unseenIn[group]
            later -= people
            let piece = random.logBeta(1 + people, alpha + max(later, 0))
            logShare[group] = logLeft + piece.of
            logLeft += piece.rest
        }
        logShare[model.classes - 1] = logLeft
    }

    /// The number of people never seen, given shares and probabilities.
    ///
    /// The step proposes from the law without a greatest number, and stays where it is when the proposal
    /// exceeds it: of Metropolis and Hastings' kind, it leaves the law up to that number as it is.
    private mutating func drawUnseen() {
        var chance = 0.0
        for group in 0..<model.classes { chance += exp(logChance(0, in: group)) }
        guard chance < 1 else {
            rejected += 1
            return
        }
        let drawn = random.negativeBinomial(successes: observed, probability: 1 - chance)
        if drawn <= model.greatestUnseen { unseen = drawn } else { rejected += 1 }
    }

    /// The class of each person never seen, given shares and probabilities.
    private mutating func drawUnseenClasses() {
        for group in 0..<model.classes { logWeights[group] = logChance(0, in: group) }
        raiseWeights()
        random.multinomial(trials: unseen, weights: weights, into: &unseenIn)
    }
}

extension RandomStream {
    /// The logarithms of a draw from a beta distribution and of what it leaves to 1.
    mutating func logBeta(_ first: Double, _ second: Double) -> (of: Double, rest: Double) {
        if first == 1, second == 1 {
            let drawn = insideUnit()
            return (log(drawn), log1p(-drawn))
        }
        let ours = logGammaDistributed(shape: first)
        let theirs = logGammaDistributed(shape: second)
        let both = max(ours, theirs) + log1p(exp(-abs(ours - theirs)))
        return (ours - both, theirs - both)
    }
}
