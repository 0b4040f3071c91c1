/// Which batch and cohort a moment belongs to, and when each promise falls due.
/// Pure arithmetic on Unix seconds: no time zone, no daylight saving, no leap second.
package struct BatchCalendar: Hashable, Sendable {
    /// Unix second at which batch 0 opens.
    package let t0: Int
    /// Seconds per batch: 86,400 as shipped.
    package let interval: Int
    /// Batches per cohort: 7 as shipped.
    package let cohortLength: Int
    /// Batches after the last batch of the cohort by which each promise is due.
    package let promises: Promises

    /// - Throws: `LedgerError.outOfRange` unless interval and cohort length are positive and `t0` is not negative.
    package init(
        t0: Int, interval: Int = 86_400, cohortLength: Int = 7, promises: Promises = .shipped
    ) throws(LedgerError) {
        guard (0...1 << 40).contains(t0), (1...31_622_400).contains(interval), (1...1_000).contains(cohortLength)
        else { throw .outOfRange }
        self.t0 = t0
        self.interval = interval
        self.cohortLength = cohortLength
        self.promises = promises
    }

    /// The batch open at a moment. A moment before `t0` counts as batch 0, so that a wrong clock turns nobody away.
    package func batch(at unixSeconds: Int) -> Int {
        max(0, (unixSeconds - t0).flooredQuotient(by: interval))
    }

    /// The Unix second at which a batch closes and the next opens.
    package func close(of batch: Int) -> Int { t0 + (batch + 1) * interval }

    package func cohort(of batch: Int) -> Int { batch.flooredQuotient(by: cohortLength) }

    /// E in the format documents: the last batch of a cohort.
    package func lastBatch(ofCohort cohort: Int) -> Int { (cohort + 1) * cohortLength - 1 }

    /// The batch in which every `received` leaf of the cohort is at the latest: E+1, to leave room for stragglers.
    package func includeBy(cohort: Int) -> Int { lastBatch(ofCohort: cohort) + 1 }

    /// The batch by which a person must have opened every item of the cohort; its `opened` leaf comes out no earlier.
    package func openedDue(cohort: Int) -> Int { lastBatch(ofCohort: cohort) + promises.opened }

    /// The batch by which a person must have decided on every item of the cohort.
    package func decidedDue(cohort: Int) -> Int { lastBatch(ofCohort: cohort) + promises.decided }

    /// The batch in which a leaf comes out when its step is taken in `batch`: on schedule, or, when late, at the end
    /// of the cohort in which the step was taken, so that no leaf dates a step more finely than a cohort.
    package func releaseBatch(of kind: LeafKind, cohort: Int, takenIn batch: Int) -> Int {
        let scheduled =
            switch kind {
            case .received, .dummy: lastBatch(ofCohort: cohort)
            case .opened: openedDue(cohort: cohort)
            case .decided: decidedDue(cohort: cohort)
            }
        return batch <= scheduled ? scheduled : lastBatch(ofCohort: self.cohort(of: batch))
    }

    /// The UTC day on which a batch opens: the day that a batch trailer carries.
    package func openingDate(of batch: Int) -> UTCDate { UTCDate(unixSeconds: t0 + batch * interval) }

    /// The UTC day on which a batch closes: the day that a receipt carries.
    package func closingDate(of batch: Int) -> UTCDate { UTCDate(unixSeconds: close(of: batch)) }
}
