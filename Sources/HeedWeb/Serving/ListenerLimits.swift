/// What a listener bears before it says no. Times bound each request whatever its pace, so slow clients cannot pile up.
package struct ListenerLimits: Sendable {
    /// Connections open at once; more wait in the queue of the socket.
    package var connections: Int
    /// Length of that queue.
    package var backlog: Int
    /// From opening, or from the last answer, until a request's header has arrived whole.
    package var headSeconds: Double
    /// The same while three quarters of the connections are in use.
    package var headSecondsWhenBusy: Double
    /// From the header until the answer has left: body, work and answer together.
    package var requestSeconds: Double
    /// After an answer to a request that is still arriving, such as one that is too large: how long and how much more
    /// is read and thrown away, so that the answer reaches a browser that is still sending.
    package var lingerSeconds: Double
    package var lingerBytes: Int

    package init(
        connections: Int = 1024, backlog: Int = 512, headSeconds: Double = 20, headSecondsWhenBusy: Double = 3,
        requestSeconds: Double = 120, lingerSeconds: Double = 5, lingerBytes: Int = 8 << 20
    ) {
        self.connections = connections
        self.backlog = backlog
        self.headSeconds = headSeconds
        self.headSecondsWhenBusy = headSecondsWhenBusy
        self.requestSeconds = requestSeconds
        self.lingerSeconds = lingerSeconds
        self.lingerBytes = lingerBytes
    }
}
