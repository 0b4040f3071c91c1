package import HeedSQL

/// Counts of a period that is over, as stored: which statistic and which period in clear, the figures sealed.
/// The store refuses a second row for the same, a change and a deletion.
package struct FrozenCountRow: Sendable, Equatable {
    /// The statistic's name, such as `reports/activity`.
    package var topic: String
    /// The period's first day, `YYYY-MM-DD`.
    package var period: String
    package var compartment: String
    package var epoch: Int
    /// In which it was counted.
    package var batch: Int
    package var box: [UInt8]

    package init(topic: String, period: String, compartment: String, epoch: Int, batch: Int, box: [UInt8]) {
        self.topic = topic
        self.period = period
        self.compartment = compartment
        self.epoch = epoch
        self.batch = batch
        self.box = box
    }

    package init(_ row: Row) throws(SQLError) {
        topic = try row["topic"]
        period = try row["period"]
        compartment = try row["compartment"]
        epoch = try row["epoch"]
        batch = try row["batch"]
        box = try row["box"]
    }
}

/// A period of a statistic that is counted: which, and no figure.
package struct CountedPeriod: Sendable, Hashable {
    package let topic: String
    package let period: String

    package init(topic: String, period: String) {
        self.topic = topic
        self.period = period
    }
}
