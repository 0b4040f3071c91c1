/// One open transaction's channel to an engine: what a driver gives to a `Connection`.
/// Used on the driver's own queue only, and only while the transaction lasts.
protocol Session: AnyObject {
    /// Runs a statement and says how many rows it changed.
    func execute(_ text: String, _ values: [SQLValue]) throws(SQLError) -> Int
    func fetch(_ text: String, _ values: [SQLValue]) throws(SQLError) -> [Row]
    /// Runs several statements at once, without values.
    func script(_ text: String) throws(SQLError)
    /// Runs a savepoint statement, also where the transaction has failed.
    func control(_ text: String) throws(SQLError)
}
