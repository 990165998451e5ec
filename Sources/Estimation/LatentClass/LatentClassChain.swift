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
        // Shares that halve from class to class belong to a small α: a chain need not first empty classes.
        logShare = (0..<classes).map { -log(2) * Double($0) }
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
        drawOrder()
        drawLists()
        drawShares()
        drawUnseen()
        drawUnseenClasses()
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

    /// Draws α, which makes late classes small, and lets classes change places.
    ///
    /// Both are done with the pieces of the stick integrated out, as those are drawn anew right after. Drawn
    /// in turn with them, as Gibbs sampling would, α and the pieces hold each other where they are, and a
    /// large class that happens to be a late one stays there, with an α to match, for longer than any
    /// run: most of all in the last class, which takes what is left of the stick, so that α can be large
    /// and all other classes empty (such traps are discussed by Papaspiliopoulos and Roberts, Biometrika
    /// 95, 2008, and by Hastie, Liverani and Richardson, Statistics and Computing 25, 2015). Steps of
    /// Metropolis and Hastings' kind propose that any two classes change places, every other time with
    /// another α beside.
    private mutating func drawOrder() {
        var now = logDensityOfOrder(alpha)
        for attempt in 0..<model.classes {
            let first = Int(random.unit() * Double(model.classes))
            let second = Int(random.unit() * Double(model.classes))
            let proposed = attempt.isMultiple(of: 2) ? alpha : alpha * exp(2 * random.normal())
            swapClasses(first, second)
            let then = logDensityOfOrder(proposed)
            if log(random.insideUnit()) < then - now {
                now = then
                alpha = proposed
            } else {
                swapClasses(first, second)
            }
        }
    }

    private mutating func swapClasses(_ first: Int, _ second: Int) {
        seenIn.swapAt(first, second)
        unseenIn.swapAt(first, second)
        listedIn.swapAt(first, second)
    }

    /// The logarithm of the density of ln α and of how many people are in which class.
    ///
    /// With *M_k* people in class *k* and later ones, *m* in the last of *C* classes, and the prior
    /// Gamma(a, rate b), it is α^(a+C−1) e^(−bα) Γ(α+m) / Γ(1+m) / Γ(α+M_1) / Π (α+M_k), the product over
    /// all classes but the last, and without what no order and no α changes: the integral of the law of
    /// the pieces, Beta(1, α) each, over the pieces.
    private func logDensityOfOrder(_ alpha: Double) -> Double {
        let logAlpha = log(alpha)
        let last = model.classes - 1
        var later = seenIn[last] + unseenIn[last]
        var sum = (model.shape + Double(last)) * logAlpha - model.rate * alpha
        sum += logGamma(alpha + later) - logGamma(1 + later)
        for group in (0..<last).reversed() {
            later += seenIn[group] + unseenIn[group]
            sum -= later > 0 ? log(alpha + later) : logAlpha
        }
        return sum - logGamma(alpha + later)
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
